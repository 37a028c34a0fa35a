package io.abonent.consent.document;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConsentDocuments extends Repository<ConsentDocument, UUID> {

    ConsentDocument save(ConsentDocument document);

    boolean existsById(UUID id);

    /** For publishing: whoever signs this document right now has to finish first, whoever comes later waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from ConsentDocument d where d.id = :id")
    Optional<ConsentDocument> lockById(UUID id);
}
