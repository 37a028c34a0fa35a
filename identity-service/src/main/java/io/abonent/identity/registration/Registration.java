package io.abonent.identity.registration;

import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import io.abonent.identity.verification.VerificationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A form that somebody filled in. It becomes a user when the contact is confirmed, or nothing. */
@Entity
class Registration {

    /** Also the id of its verification. */
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private LoginType loginType;

    @Column
    private String login;

    @Column
    private String loginDisplay;

    /** Null for a login that is somebody's already: there is nothing to confirm. */
    @Column
    private @Nullable String passwordHash;

    @Column
    private String locale;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    @Column
    private Instant createdAt;

    @Column
    private Instant expiresAt;

    @Column
    private @Nullable UUID userId;

    @Version
    private @Nullable Long version;

    protected Registration() {}

    private Registration(
            UUID id, Login login, @Nullable String passwordHash, String locale, Instant at, Duration life) {
        this.id = id;
        this.loginType = login.type();
        this.login = login.value();
        this.loginDisplay = login.display();
        this.passwordHash = passwordHash;
        this.locale = locale;
        this.status = RegistrationStatus.PENDING;
        this.createdAt = at;
        this.expiresAt = at.plus(life);
    }

    static Registration of(
            VerificationId id, Login login, String passwordHash, String locale, Instant at, Duration life) {
        return new Registration(id.value(), login, passwordHash, locale, at, life);
    }

    static Registration ofKnownLogin(VerificationId id, Login login, String locale, Instant at, Duration life) {
        return new Registration(id.value(), login, null, locale, at, life);
    }

    void supersede() {
        status = RegistrationStatus.SUPERSEDED;
        passwordHash = null;
    }

    /** @return the hash, which from now on belongs to the user's credential and to nobody else */
    String confirm(UUID user) {
        if (status != RegistrationStatus.PENDING || passwordHash == null) {
            throw new IllegalStateException("registration " + id + " cannot be confirmed: " + status);
        }
        String hash = passwordHash;
        status = RegistrationStatus.CONFIRMED;
        userId = user;
        passwordHash = null;
        return hash;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    VerificationId id() {
        return new VerificationId(id);
    }

    Login login() {
        return new Login(loginType, login, loginDisplay);
    }

    String locale() {
        return locale;
    }

    @Nullable
    UUID userId() {
        return userId;
    }

    Instant createdAt() {
        return createdAt;
    }
}
