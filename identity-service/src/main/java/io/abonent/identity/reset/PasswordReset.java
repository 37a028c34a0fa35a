package io.abonent.identity.reset;

import io.abonent.identity.verification.VerificationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody forgot the password. Any number may be open for one login, so that a stranger's does not spoil the owner's;
 * they are all bound to the password in force, and the first that succeeds ends the others.
 */
@Entity
class PasswordReset {

    /** Also the id of its verification. */
    @Id
    private UUID id;

    /** Null if the login is nobody's: there is nothing to reset. */
    @Column
    private @Nullable UUID userId;

    @Column
    private int passwordGeneration;

    @Column
    private Instant createdAt;

    @Column
    private Instant expiresAt;

    @Version
    private @Nullable Long version;

    protected PasswordReset() {}

    PasswordReset(VerificationId id, @Nullable UUID userId, int passwordGeneration, Instant at, Duration life) {
        this.id = id.value();
        this.userId = userId;
        this.passwordGeneration = passwordGeneration;
        this.createdAt = at;
        this.expiresAt = at.plus(life);
    }

    /** A new code was sent: it may replace the password that is in force now. */
    void rebind(int currentPasswordGeneration) {
        passwordGeneration = currentPasswordGeneration;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    VerificationId id() {
        return new VerificationId(id);
    }

    @Nullable
    UUID userId() {
        return userId;
    }

    int passwordGeneration() {
        return passwordGeneration;
    }

    Instant createdAt() {
        return createdAt;
    }
}
