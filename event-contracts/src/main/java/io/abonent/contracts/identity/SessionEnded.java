package io.abonent.contracts.identity;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A signed-in device is signed in no more. Published once per session; services refuse its access tokens from then on,
 * which live for some minutes longer.
 */
public record SessionEnded(UUID sessionId, UUID userId, Cause cause, Instant endedAt, long version) implements Event {

    /** Why it ended. {@code TOKEN_REUSED}, {@code CODE_REUSED}: somebody else may hold what belonged to the device. */
    public enum Cause {
        SIGNED_OUT,
        SIGNED_OUT_EVERYWHERE,
        TOKEN_REUSED,
        CODE_REUSED,
        PASSWORD_CHANGED
    }

    @Override
    public UUID aggregateId() {
        return sessionId;
    }
}
