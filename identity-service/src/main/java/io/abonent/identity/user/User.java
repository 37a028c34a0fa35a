package io.abonent.identity.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with a cabinet. The row appears when the first contact is confirmed, never before. */
@Entity
@Table(name = "cabinet_user")
class User {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private UserStatus status;

    /** BCP 47: the language this person reads. */
    @Column
    private String locale;

    @Column
    private Instant registeredAt;

    /** Null as long as all of it is. */
    @Embedded
    private @Nullable Profile profile;

    @Version
    private @Nullable Long version;

    protected User() {}

    private User(UUID id, String locale, Instant registeredAt) {
        this.id = id;
        this.status = UserStatus.ACTIVE;
        this.locale = locale;
        this.registeredAt = registeredAt;
    }

    static User registered(UUID id, String locale, Instant at) {
        return new User(id, locale, at);
    }

    UUID id() {
        return id;
    }

    boolean maySignIn() {
        return status == UserStatus.ACTIVE;
    }

    String locale() {
        return locale;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    KnownUser known() {
        return new KnownUser(id, locale, profile == null ? Profile.empty() : profile, registeredAt, version());
    }

    /** After the flush: the version which the committed row carries. */
    long version() {
        return version == null ? 0 : version;
    }
}
