package io.abonent.identity.contact;

import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A phone or mailbox whose holder is proven. Among all users it is somebody's login once, or nobody's. */
@Entity
class Contact {

    @Id
    private UUID id;

    @Column
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private LoginType type;

    /** Canonical, see {@link Login#value()}. */
    @Column
    private String value;

    @Column
    private String display;

    @Column
    private Instant confirmedAt;

    @Version
    private @Nullable Long version;

    protected Contact() {}

    private Contact(UUID id, UUID userId, Login login, Instant confirmedAt) {
        this.id = id;
        this.userId = userId;
        this.type = login.type();
        this.value = login.value();
        this.display = login.display();
        this.confirmedAt = confirmedAt;
    }

    static Contact confirmed(UUID id, UUID userId, Login login, Instant at) {
        return new Contact(id, userId, login, at);
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    Login login() {
        return new Login(type, value, display);
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    /** After the flush: the version which the committed row carries. */
    long version() {
        return version == null ? 0 : version;
    }
}
