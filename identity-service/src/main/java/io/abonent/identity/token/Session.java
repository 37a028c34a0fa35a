package io.abonent.identity.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed-in device: the family of all refresh tokens that follow from one sign-in. */
record Session(
        UUID id,
        UUID userId,
        String clientId,
        Set<String> scopes,
        @Nullable String nonce,
        String deviceLabel,
        Instant authenticatedAt,
        Instant createdAt,
        Instant refreshedAt,
        Instant idleUntil,
        Instant expiresAt,
        boolean revoked) {

    boolean liveAt(Instant now) {
        return !revoked && now.isBefore(idleUntil) && now.isBefore(expiresAt);
    }

    Instant refreshableUntil() {
        return idleUntil.isBefore(expiresAt) ? idleUntil : expiresAt;
    }
}
