package io.abonent.identity.profile;

import io.abonent.identity.contact.ContactBook;
import io.abonent.identity.credential.StoredPasswords;
import io.abonent.identity.user.KnownUser;
import io.abonent.identity.user.UserDirectory;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what one person is told about themselves. */
@Service
class ReadingProfile {

    private final UserDirectory users;
    private final ContactBook contacts;
    private final StoredPasswords passwords;

    ReadingProfile(UserDirectory users, ContactBook contacts, StoredPasswords passwords) {
        this.users = users;
        this.contacts = contacts;
        this.passwords = passwords;
    }

    @Transactional(readOnly = true)
    Optional<Versioned> of(UUID userId) {
        return users.find(userId).map(this::complete);
    }

    private Versioned complete(KnownUser user) {
        UUID userId = user.userId();
        return new Versioned(
                MeView.of(user, contacts.of(userId), passwords.changedAt(userId).orElseThrow()), user.version());
    }

    /** @param version of the user; everything in the view changes with it */
    record Versioned(MeView view, long version) {}
}
