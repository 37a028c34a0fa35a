package io.abonent.identity.token;

import io.abonent.identity.token.AuthorizationCodes.StoredCode;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Our codes and sessions as Spring's endpoints for authorization, introspection, revocation and user info see them. Its
 * own table keeps every token in clear in rows of thirty columns; ours keeps hashes, and one small row for each session.
 */
@Component
class StoredAuthorizations implements OAuth2AuthorizationService {

    private final AuthorizationCodes codes;
    private final Sessions sessions;
    private final EndingSessions ending;
    private final Clients clients;
    private final JwtDecoder decoder;
    private final Clock clock;

    StoredAuthorizations(
            AuthorizationCodes codes,
            Sessions sessions,
            EndingSessions ending,
            Clients clients,
            JwtDecoder decoder,
            Clock clock) {
        this.codes = codes;
        this.sessions = sessions;
        this.ending = ending;
        this.clients = clients;
        this.decoder = decoder;
        this.clock = clock;
    }

    /** Spring's endpoints save in two cases: a new code, or a token that its client gives back. */
    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code != null && !code.isInvalidated()) {
            codes.store(code.getToken().getTokenValue(), approval(authorization));
        } else {
            ending.end(UUID.fromString(authorization.getId()), RevocationCause.SIGNED_OUT);
        }
    }

    private static Approval approval(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null || !(authorization.getAttribute(Principal.class.getName()) instanceof SignedInUser user)) {
            throw new IllegalStateException("a code without its request or its user");
        }
        Map<String, Object> parameters = request.getAdditionalParameters();
        Object nonce = parameters.get("nonce");
        return new Approval(
                user.userId(),
                String.valueOf(request.getClientId()),
                request.getRedirectUri(),
                authorization.getAuthorizedScopes(),
                String.valueOf(parameters.get(PkceParameterNames.CODE_CHALLENGE)),
                nonce == null ? null : nonce.toString(),
                user.authenticatedAt(),
                user.passwordGeneration());
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        ending.end(UUID.fromString(authorization.getId()), RevocationCause.SIGNED_OUT);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return sessions.find(UUID.fromString(id))
                .map(session -> builder(session).build())
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type != null && "code".equals(type.getValue())) {
            return codes.find(token).map(stored -> ofCode(token, stored)).orElse(null);
        }
        // Three dotted parts are a JWT; a refresh token has none.
        return token.indexOf('.') > 0 ? ofAccessToken(token) : ofRefreshToken(token);
    }

    private OAuth2Authorization ofCode(String code, StoredCode stored) {
        Approval approval = stored.approval();
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId(approval.clientId())
                .authorizationUri("/oauth2/authorize")
                .redirectUri(approval.redirectUri())
                .scopes(approval.scopes())
                .additionalParameters(Map.of(
                        PkceParameterNames.CODE_CHALLENGE,
                        approval.codeChallenge(),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
        return OAuth2Authorization.withRegisteredClient(client(approval.clientId()))
                .id(stored.sessionId().toString())
                .principalName(approval.userId().toString())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(approval.scopes())
                .attribute(OAuth2AuthorizationRequest.class.getName(), request)
                .token(
                        new OAuth2AuthorizationCode(code, approval.authenticatedAt(), stored.expiresAt()),
                        metadata -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, stored.used()))
                .build();
    }

    private @Nullable OAuth2Authorization ofRefreshToken(String value) {
        return sessions.ofRefreshToken(value)
                .map(session -> builder(session)
                        .token(
                                new OAuth2RefreshToken(value, session.refreshedAt(), session.refreshableUntil()),
                                metadata -> metadata.putAll(state(
                                        session, Map.of("sub", session.userId().toString()))))
                        .build())
                .orElse(null);
    }

    private @Nullable OAuth2Authorization ofAccessToken(String value) {
        Optional<Jwt> genuine = decode(value);
        return genuine.flatMap(jwt -> sessions.find(UUID.fromString(jwt.getClaimAsString("sid")))
                        .map(session -> withAccessToken(session, jwt)))
                .orElse(null);
    }

    private OAuth2Authorization withAccessToken(Session session, Jwt jwt) {
        Set<String> scopes =
                Set.of(String.valueOf(jwt.getClaimAsString("scope")).split(" ", -1));
        Instant issuedAt = Objects.requireNonNull(jwt.getIssuedAt());
        Instant expiresAt = Objects.requireNonNull(jwt.getExpiresAt());
        OAuth2AccessToken token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), issuedAt, expiresAt, scopes);
        // User info asks for an ID token and takes its claims; what it may tell is who the user is.
        OidcIdToken subject = OidcIdToken.withTokenValue("none")
                .subject(session.userId().toString())
                .issuedAt(issuedAt)
                .expiresAt(expiresAt)
                .build();
        return builder(session)
                .token(token, metadata -> metadata.putAll(state(session, introspected(jwt, scopes))))
                .token(
                        subject,
                        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, subject.getClaims()))
                .build();
    }

    private static Map<String, Object> introspected(Jwt jwt, Set<String> scopes) {
        Map<String, Object> claims = new HashMap<>(jwt.getClaims());
        claims.put("scope", List.copyOf(scopes));
        // The decoder checked it, with leeway; Spring would check it again without.
        claims.remove("nbf");
        return claims;
    }

    private Map<String, Object> state(Session session, Map<String, Object> claims) {
        return Map.of(
                OAuth2Authorization.Token.INVALIDATED_METADATA_NAME,
                !session.liveAt(clock.instant()),
                OAuth2Authorization.Token.CLAIMS_METADATA_NAME,
                claims);
    }

    private Optional<Jwt> decode(String token) {
        try {
            return Optional.of(decoder.decode(token)).filter(jwt -> jwt.hasClaim("sid") && jwt.hasClaim("scope"));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private OAuth2Authorization.Builder builder(Session session) {
        return OAuth2Authorization.withRegisteredClient(client(session.clientId()))
                .id(session.id().toString())
                .principalName(session.userId().toString())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(session.scopes());
    }

    private RegisteredClient client(String clientId) {
        RegisteredClient client = clients.findByClientId(clientId);
        if (client == null) {
            throw new IllegalStateException("client " + clientId + " is not configured any more");
        }
        return client;
    }
}
