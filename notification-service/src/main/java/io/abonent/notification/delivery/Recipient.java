package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.message.Language;
import java.util.UUID;

/** Whom a message is for, and how the place where they are reached is found when it is sent. */
public sealed interface Recipient {

    /** Whether it goes to a user, whose contacts are looked up, and not to an address that it brings along. */
    default boolean isUser() {
        return switch (this) {
            case User _, Contact _ -> true;
            case Verification _, Support _ -> false;
        };
    }

    /** A user, wherever their confirmed contacts say. */
    record User(UUID userId) implements Recipient {}

    /** One certain contact of a user, for what all of them must hear. */
    record Contact(UUID userId, UUID contactId) implements Recipient {}

    /** Whoever holds a contact, a user or not: it travels sealed, together with the code. */
    record Verification(UUID verificationId, Channel channel, String sealed, String targetMasked, Language language)
            implements Recipient {

        @Override
        public String toString() {
            return "Verification[" + verificationId + "]";
        }
    }

    /** Those who answer tickets: the supplier's people, else the platform's. */
    record Support(UUID ticketId) implements Recipient {}
}
