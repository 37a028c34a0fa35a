package io.abonent.identity.user;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Users extends CrudRepository<User, UUID> {

    /** Whoever changes a user holds the row first: one change after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.id = :id")
    Optional<User> lock(UUID id);

    /** Keeps the password as it is until the transaction ends; any number of sign-ins may do so at once. */
    @NativeQuery("select password_generation from cabinet_user where id = :id for share")
    Optional<Integer> holdPasswordGeneration(UUID id);
}
