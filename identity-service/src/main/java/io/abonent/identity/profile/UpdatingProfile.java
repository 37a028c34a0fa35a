package io.abonent.identity.profile;

import io.abonent.identity.contact.ContactBook;
import io.abonent.identity.contact.KnownContact;
import io.abonent.identity.user.ProfileChange;
import io.abonent.identity.user.ProfileOutcome;
import io.abonent.identity.user.UserDirectory;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a person says about themselves. */
@Service
class UpdatingProfile {

    private final UserDirectory users;
    private final ContactBook contacts;
    private final Clock clock;

    UpdatingProfile(UserDirectory users, ContactBook contacts, Clock clock) {
        this.users = users;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** @param expectedVersion the version the person looked at; null to change whatever it is */
    @Transactional
    ProfileOutcome update(UUID userId, @Nullable Long expectedVersion, ProfileChange change) {
        List<KnownContact> known = contacts.of(userId);
        return known.isEmpty()
                ? new ProfileOutcome.NotThere()
                : users.change(userId, known.getFirst().login(), expectedVersion, change, clock.instant());
    }
}
