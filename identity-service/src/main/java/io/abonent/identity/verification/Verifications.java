package io.abonent.identity.verification;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Verifications extends CrudRepository<Verification, UUID> {

    /** Not the entity: one read before its row is locked would be stale by then. */
    @Query("select v.target from Verification v where v.id = :id")
    Optional<String> target(UUID id);

    /** Holds off resends, confirmations and the counting of tries until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from Verification v where v.id = :id")
    Optional<Verification> lock(UUID id);
}
