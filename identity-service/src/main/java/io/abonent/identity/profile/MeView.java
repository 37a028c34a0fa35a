package io.abonent.identity.profile;

import io.abonent.identity.contact.KnownContact;
import io.abonent.identity.login.LoginType;
import io.abonent.identity.user.KnownUser;
import io.abonent.identity.user.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param contacts the one that was registered with first
 * @param locale BCP 47
 * @param timeZone IANA name
 */
record MeView(
        UUID userId,
        List<ContactView> contacts,
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String displayName,
        String locale,
        @Nullable String timeZone,
        Instant registeredAt,
        Instant passwordChangedAt) {

    /**
     * @param display in clear, for its owner: E.164, or the mailbox with its domain in its own letters
     * @param isLogin whether one can sign in with it: every proven contact is a login
     */
    record ContactView(
            UUID contactId, LoginType type, String masked, String display, Instant confirmedAt, boolean isLogin) {

        static ContactView of(KnownContact contact) {
            return new ContactView(
                    contact.contactId(),
                    contact.login().type(),
                    contact.login().masked(),
                    contact.login().display(),
                    contact.confirmedAt(),
                    true);
        }

        @Override
        public String toString() {
            return "ContactView[" + masked + "]";
        }
    }

    static MeView of(KnownUser user, List<KnownContact> contacts, Instant passwordChangedAt) {
        Profile profile = user.profile();
        return new MeView(
                user.userId(),
                contacts.stream().map(ContactView::of).toList(),
                profile.lastName(),
                profile.firstName(),
                profile.middleName(),
                profile.displayName(),
                user.locale(),
                profile.timeZone(),
                user.registeredAt(),
                passwordChangedAt);
    }

    @Override
    public String toString() {
        return "MeView[" + userId + "]";
    }
}
