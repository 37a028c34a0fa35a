package io.abonent.contracts.identity;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A person confirmed the contact given at registration; the cabinet exists. Published once per user.
 *
 * @param loginMasked e.g. {@code +7 *** ***-11-11} or {@code m***@example.ru}
 * @param locale BCP 47, {@code ru} or {@code en}
 */
public record UserRegistered(
        UUID userId, LoginType loginType, String loginMasked, String locale, Instant registeredAt, long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return userId;
    }
}
