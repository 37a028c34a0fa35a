package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.message.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a delivery goes, found anew for each attempt. */
sealed interface Address {

    /** @param target in clear: never to be logged or stored */
    record Known(Channel channel, String target, @Nullable UUID contactId, String masked, Language language)
            implements Address {

        @Override
        public String toString() {
            return "Known[" + channel + ", " + masked + "]";
        }
    }

    /** The contact has not arrived here yet. */
    record NotYet() implements Address {}

    /** There is a contact, but this message does not fit it. */
    record Unfit(String reason) implements Address {}
}
