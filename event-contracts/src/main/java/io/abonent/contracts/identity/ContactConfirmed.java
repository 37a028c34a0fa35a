package io.abonent.contracts.identity;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A person proved to hold a phone number or a mailbox. Restricted topic: the only event with a contact in clear.
 *
 * @param value E.164 or an e-mail address
 * @param locale BCP 47, the language this person reads
 */
public record ContactConfirmed(
        UUID contactId, UUID userId, LoginType type, String value, String locale, Instant confirmedAt, long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return contactId;
    }
}
