package io.abonent.contracts.identity;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A signed-in person chose a new password; all their other sessions ended.
 *
 * @param loginMasked e.g. {@code +7 *** ***-11-11} or {@code m***@example.ru}
 * @param locale BCP 47, {@code ru} or {@code en}
 * @param sessionsEnded how many devices have to sign in again
 */
public record PasswordChanged(
        UUID userId,
        LoginType loginType,
        String loginMasked,
        String locale,
        Instant registeredAt,
        int sessionsEnded,
        Instant changedAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return userId;
    }
}
