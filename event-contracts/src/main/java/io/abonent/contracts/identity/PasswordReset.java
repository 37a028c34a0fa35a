package io.abonent.contracts.identity;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A person who had forgotten the password proved a contact and chose a new one; all their sessions ended.
 *
 * @param loginMasked e.g. {@code +7 *** ***-11-11} or {@code m***@example.ru}
 * @param locale BCP 47, {@code ru} or {@code en}
 * @param sessionsEnded how many devices have to sign in again
 */
public record PasswordReset(
        UUID userId,
        LoginType loginType,
        String loginMasked,
        String locale,
        Instant registeredAt,
        int sessionsEnded,
        Instant resetAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return userId;
    }
}
