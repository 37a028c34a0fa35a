package io.abonent.identity.token;

import io.abonent.identity.token.AuthorizationCodes.StoredCode;
import io.abonent.identity.user.UserDirectory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Turns a code or a refresh token into tokens: what the two grants of the token endpoint share. */
@Component
class Grants {

    private static final Logger LOG = LoggerFactory.getLogger(Grants.class);
    private static final String OFFLINE_ACCESS = "offline_access";

    private final AuthorizationCodes codes;
    private final Sessions sessions;
    private final EndingSessions ending;
    private final TokenIssuing issuing;
    private final UserDirectory users;
    private final TransactionOperations transaction;

    Grants(
            AuthorizationCodes codes,
            Sessions sessions,
            EndingSessions ending,
            TokenIssuing issuing,
            UserDirectory users,
            TransactionOperations transaction) {
        this.codes = codes;
        this.sessions = sessions;
        this.ending = ending;
        this.issuing = issuing;
        this.users = users;
        this.transaction = transaction;
    }

    Authentication byCode(
            OAuth2ClientAuthenticationToken client,
            String code,
            @Nullable String redirectUri,
            @Nullable String verifier,
            Device device) {
        Optional<StoredCode> found = codes.find(code);
        String clientId = clientOf(client).getClientId();
        if (found.isEmpty() || !found.get().fits(clientId, redirectUri, verifier)) {
            throw invalidGrant();
        }
        StoredCode stored = found.get();
        if (!codes.use(code)) {
            boolean replayed = codes.find(code).map(StoredCode::used).orElse(false);
            if (replayed && ending.end(stored.sessionId(), RevocationCause.CODE_REUSED)) {
                LOG.warn("An authorization code came a second time; session {} is revoked", stored.sessionId());
            }
            throw invalidGrant();
        }
        Rotation.Rotated begun = transaction.execute(status -> begin(stored, device));
        return answer(client, begun, begun.session().scopes());
    }

    /** A password that is replaced at this instant ends the session too: either it sees the session, or we see it. */
    private Rotation.Rotated begin(StoredCode stored, Device device) {
        Approval approval = stored.approval();
        if (!users.holdPassword(approval.userId(), approval.passwordGeneration())) {
            throw invalidGrant();
        }
        return sessions.begin(stored.sessionId(), approval, device);
    }

    Authentication byRefreshToken(
            OAuth2ClientAuthenticationToken client, String refreshToken, Set<String> scopes, Device device) {
        Rotation rotation = sessions.rotate(refreshToken, clientOf(client).getClientId(), device);
        return switch (rotation) {
            case Rotation.Rotated rotated -> answer(client, rotated, narrowed(rotated.session(), scopes));
            case Rotation.Reused reused -> {
                ending.end(reused.session().id(), RevocationCause.TOKEN_REUSED);
                LOG.warn(
                        "A replaced refresh token came back; session {} is revoked",
                        reused.session().id());
                throw invalidGrant();
            }
            case Rotation.Invalid invalid -> throw invalidGrant();
        };
    }

    private static Set<String> narrowed(Session session, Set<String> asked) {
        if (!session.scopes().containsAll(asked)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        return asked.isEmpty() ? session.scopes() : asked;
    }

    private Authentication answer(
            OAuth2ClientAuthenticationToken client, Rotation.Rotated rotated, Set<String> scopes) {
        Session session = rotated.session();
        OAuth2AccessToken accessToken = issuing.accessToken(session, scopes);
        Map<String, Object> more = new HashMap<>();
        if (scopes.contains(OidcScopes.OPENID)) {
            more.put(OidcParameterNames.ID_TOKEN, issuing.idToken(session));
        }
        return new OAuth2AccessTokenAuthenticationToken(
                clientOf(client), client, accessToken, refreshToken(rotated), more);
    }

    private static @Nullable OAuth2RefreshToken refreshToken(Rotation.Rotated rotated) {
        Session session = rotated.session();
        return session.scopes().contains(OFFLINE_ACCESS)
                ? new OAuth2RefreshToken(rotated.next().value(), session.refreshedAt(), session.refreshableUntil())
                : null;
    }

    static RegisteredClient clientOf(OAuth2ClientAuthenticationToken client) {
        RegisteredClient registered = client.getRegisteredClient();
        if (registered == null || !client.isAuthenticated()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return registered;
    }

    private static OAuth2AuthenticationException invalidGrant() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
