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
import java.util.Set;
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

    @Column
    private int passwordGeneration;

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
        this.passwordGeneration = 1;
    }

    static User registered(UUID id, String locale, Instant at) {
        return new User(id, locale, at);
    }

    UUID id() {
        return id;
    }

    /** @return what differs now; empty if everything was so already */
    Set<ProfileDetail> change(ProfileChange change) {
        Profile before = profile();
        profile = before.with(change);
        Set<ProfileDetail> changed = profile.differencesTo(before);
        if (change.locale() != null && !change.locale().equals(locale)) {
            locale = change.locale();
            changed.add(ProfileDetail.LOCALE);
        }
        return changed;
    }

    /** What was begun under the old one is worth nothing from now on. */
    void passwordReplaced() {
        passwordGeneration++;
    }

    int passwordGeneration() {
        return passwordGeneration;
    }

    SignInState signInState() {
        return new SignInState(status == UserStatus.ACTIVE, passwordGeneration);
    }

    String locale() {
        return locale;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    KnownUser known() {
        return new KnownUser(id, locale, profile(), registeredAt, version());
    }

    private Profile profile() {
        return profile == null ? Profile.empty() : profile;
    }

    /** After the flush: the version which the committed row carries. */
    long version() {
        return version == null ? 0 : version;
    }
}
