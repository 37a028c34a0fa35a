package io.abonent.contracts.identity;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person changed what they say about themselves. Names stay where they are: the event tells which of them changed.
 *
 * @param loginMasked e.g. {@code +7 *** ***-11-11} or {@code m***@example.ru}
 * @param locale BCP 47, {@code ru} or {@code en}
 * @param changed at least one
 */
public record ProfileUpdated(
        UUID userId,
        LoginType loginType,
        String loginMasked,
        String locale,
        Instant registeredAt,
        List<ProfileField> changed,
        Instant updatedAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return userId;
    }
}
