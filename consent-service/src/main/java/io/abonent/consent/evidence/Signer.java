package io.abonent.consent.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts and by what means: the information that points to the person (63-FZ, art. 9).
 *
 * @param authenticatedAt when the password of this session was entered
 * @param clientId the gateway
 * @param contactMasked the login as it may be shown, if identity-service has told us already
 */
public record Signer(
        UUID userId,
        @Nullable Instant authenticatedAt,
        @Nullable String sessionId,
        String clientId,
        String ip,
        @Nullable String userAgent,
        String locale,
        @Nullable String contactMasked) {}
