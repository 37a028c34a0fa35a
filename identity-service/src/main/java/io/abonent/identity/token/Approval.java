package io.abonent.identity.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in user lets a client have.
 *
 * @param redirectUri null for the challenge endpoint, which redirects nowhere
 * @param codeChallenge PKCE, always S256
 * @param passwordGeneration of the password that was entered
 */
public record Approval(
        UUID userId,
        String clientId,
        @Nullable String redirectUri,
        Set<String> scopes,
        String codeChallenge,
        @Nullable String nonce,
        Instant authenticatedAt,
        int passwordGeneration) {}
