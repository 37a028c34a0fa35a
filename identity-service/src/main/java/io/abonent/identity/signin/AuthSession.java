package io.abonent.identity.signin;

import io.abonent.identity.secret.SealedBox;
import io.abonent.identity.token.KeysProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code auth_session} of the challenge endpoint: what the client has said so far, sealed and handed to it, so that
 * the next step may come to any replica.
 */
@Component
class AuthSession {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final SealedBox box;
    private final JsonMapper json;
    private final Clock clock;

    AuthSession(KeysProperties keys, JsonMapper json, Clock clock) {
        this.box = new SealedBox(keys.key().forUse("auth-session"));
        this.json = json;
        this.clock = clock;
    }

    String seal(String clientId, String codeChallenge, Set<String> scopes) {
        Content content =
                new Content(clientId, codeChallenge, scopes, clock.instant().plus(LIFETIME));
        return box.sealText(json.writeValueAsString(content));
    }

    /** @return empty if it is not ours, not this client's, or too old */
    Optional<Content> open(String sealed, String clientId) {
        return box.openText(sealed)
                .flatMap(this::parse)
                .filter(content ->
                        content.clientId().equals(clientId) && clock.instant().isBefore(content.until()));
    }

    private Optional<Content> parse(String content) {
        try {
            return Optional.of(json.readValue(content, Content.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    record Content(String clientId, String codeChallenge, Set<String> scopes, Instant until) {}
}
