package io.abonent.account.link;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Links that change; they are locked when loaded, so that two changes of one link queue up. */
interface AccountLinks extends Repository<AccountLink, UUID> {

    AccountLink save(AccountLink link);

    /** Writes at once, for those who need the new version. */
    void flush();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from AccountLink l where l.linkId = :linkId")
    Optional<AccountLink> locked(UUID linkId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from AccountLink l where l.linkId = :linkId and l.userId = :userId and l.status <> UNLINKED")
    Optional<AccountLink> lockedOf(UUID userId, UUID linkId);

    /** In the order of their ids, as everybody must who locks several. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select l from AccountLink l where l.userId = :userId and l.status in (PENDING_SUPPLIER, ACTIVE) order by l.linkId")
    List<AccountLink> lockedOpenOf(UUID userId);
}
