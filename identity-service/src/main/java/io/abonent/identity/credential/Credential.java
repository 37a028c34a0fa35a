package io.abonent.identity.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's password, as a hash. */
@Entity
class Credential {

    @Id
    private UUID userId;

    @Column
    private String passwordHash;

    @Column
    private Instant changedAt;

    @Version
    private @Nullable Long version;

    protected Credential() {}

    Credential(UUID userId, String passwordHash, Instant changedAt) {
        this.userId = userId;
        this.passwordHash = passwordHash;
        this.changedAt = changedAt;
    }

    void replace(String newHash, Instant at) {
        passwordHash = newHash;
        changedAt = at;
    }

    UUID userId() {
        return userId;
    }

    String passwordHash() {
        return passwordHash;
    }

    Instant changedAt() {
        return changedAt;
    }
}
