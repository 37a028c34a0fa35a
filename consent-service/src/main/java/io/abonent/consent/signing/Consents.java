package io.abonent.consent.signing;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Consents extends Repository<Consent, UUID> {

    Consent save(Consent consent);

    List<Consent> findByUserId(UUID userId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Consent c where c.userId = :userId and c.documentId = :documentId")
    Optional<Consent> lockByUserAndDocument(UUID userId, UUID documentId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Consent c where c.id = :id and c.userId = :userId")
    Optional<Consent> lockOwn(UUID id, UUID userId);
}
