package io.abonent.notification.contact;

import io.abonent.contracts.identity.LoginType;
import java.util.UUID;

/**
 * @param value E.164 or an e-mail address, in clear: never to be logged
 * @param deliverable false if a partner said that nothing will ever arrive there
 */
public record Contact(UUID contactId, UUID userId, LoginType type, String value, String locale, boolean deliverable) {

    @Override
    public String toString() {
        return "Contact[" + contactId + ", " + type + "]";
    }
}
