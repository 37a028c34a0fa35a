package io.abonent.gateway.session;

import com.nimbusds.jwt.JWTParser;
import io.abonent.gateway.service.GrantId;
import io.abonent.gateway.service.ServiceUnavailable;
import java.text.ParseException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/** A login and a password for tokens that stay here. */
@Service
class SigningIn {

    private static final Logger log = LoggerFactory.getLogger(SigningIn.class);
    private static final String UNAVAILABLE = "TEMPORARILY_UNAVAILABLE";

    sealed interface Outcome {

        record Welcome(SignedIn who) implements Outcome {}

        record Refused(String code, @Nullable Duration retryAfter) implements Outcome {}
    }

    private final Challenge challenge;
    private final IdentityTokens identity;
    private final TokenGrants grants;

    SigningIn(Challenge challenge, IdentityTokens identity, TokenGrants grants) {
        this.challenge = challenge;
        this.identity = identity;
        this.grants = grants;
    }

    Outcome signIn(String login, String password) {
        try {
            return switch (challenge.answer(login, password)) {
                case Challenge.Outcome.Code code -> welcome(identity.redeem(code.value(), code.verifier()));
                case Challenge.Outcome.Refused refused -> new Outcome.Refused(refused.code(), refused.retryAfter());
            };
        } catch (OAuth2AuthorizationException | ServiceUnavailable | RestClientException e) {
            log.warn("Nobody can sign in: {}", e.getMessage());
            return new Outcome.Refused(UNAVAILABLE, null);
        }
    }

    private Outcome welcome(Tokens tokens) {
        SignedIn who = new SignedIn(userOf(tokens), new GrantId(UUID.randomUUID()));
        grants.add(who.grant(), who.userId(), tokens);
        return new Outcome.Welcome(who);
    }

    /** It came straight from the issuer, so its signature need not be looked at; the services do that. */
    private static UUID userOf(Tokens tokens) {
        try {
            return UUID.fromString(
                    JWTParser.parse(tokens.access()).getJWTClaimsSet().getSubject());
        } catch (ParseException e) {
            throw new IllegalStateException("identity-service gave an access token that is no JWT", e);
        }
    }
}
