package io.abonent.identity.token;

import io.abonent.contracts.identity.SessionEnded;
import java.time.Instant;
import java.util.UUID;

/** Sessions as other services see them: only their end. */
final class SessionEvents {

    /** A session ends once: there is no second event of it. */
    private static final long FIRST_AND_LAST = 1;

    private SessionEvents() {}

    static SessionEnded ended(UUID id, UUID userId, RevocationCause cause, Instant at) {
        return new SessionEnded(id, userId, SessionEnded.Cause.valueOf(cause.name()), at, FIRST_AND_LAST);
    }
}
