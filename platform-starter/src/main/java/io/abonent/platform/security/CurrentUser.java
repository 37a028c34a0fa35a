package io.abonent.platform.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking; a controller method takes it as a parameter.
 *
 * @param userId the token's {@code sub}
 * @param clientId the gateway, the token's {@code client_id}
 * @param sessionId the token's {@code sid}
 * @param authenticatedAt when the password was entered, the token's {@code auth_time}
 * @param accessToken as received, for asking the owner of a fact on the user's behalf
 */
public record CurrentUser(
        UUID userId,
        String clientId,
        Set<String> scopes,
        @Nullable String sessionId,
        @Nullable Instant authenticatedAt,
        String accessToken) {

    @Override
    public String toString() {
        return "CurrentUser[" + userId + ", client " + clientId + "]";
    }
}
