package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.message.Language;
import java.util.UUID;

/** Whom a message is for, and how the place where they are reached is found when it is sent. */
public sealed interface Recipient {

    /** A user, wherever their confirmed contacts say. */
    record User(UUID userId) implements Recipient {}

    /** Somebody who is not a user yet: the contact travels sealed, together with the code. */
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
