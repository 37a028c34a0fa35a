package io.abonent.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param device browser and system, as far as they say so
 * @param current the one that asks
 */
record SessionView(
        UUID sessionId,
        String clientId,
        String device,
        Instant signedInAt,
        Instant lastSeenAt,
        Instant expiresAt,
        boolean current) {

    static SessionView of(Session session, @Nullable String asking) {
        return new SessionView(
                session.id(),
                session.clientId(),
                session.deviceLabel(),
                session.createdAt(),
                session.refreshedAt(),
                session.refreshableUntil(),
                session.id().toString().equals(asking));
    }
}
