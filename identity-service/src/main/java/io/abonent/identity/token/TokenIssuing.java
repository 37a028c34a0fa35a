package io.abonent.identity.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Signs access tokens (RFC 9068) and ID tokens. */
@Component
class TokenIssuing {

    private final JwtEncoder encoder;
    private final SigningKeys keys;
    private final IssuerProperties issuer;
    private final TokenProperties terms;
    private final Clock clock;

    TokenIssuing(SigningKeys keys, IssuerProperties issuer, TokenProperties terms, Clock clock) {
        this.encoder = new NimbusJwtEncoder(keys);
        this.keys = keys;
        this.issuer = issuer;
        this.terms = terms;
        this.clock = clock;
    }

    OAuth2AccessToken accessToken(Session session, Set<String> scopes) {
        Instant now = clock.instant();
        JwtClaimsSet claims = claims(session, now)
                .audience(List.of(issuer.audience()))
                .notBefore(now)
                .claim("client_id", session.clientId())
                .claim("scope", String.join(" ", scopes))
                .build();
        Jwt token = sign("at+jwt", claims);
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                token.getTokenValue(),
                now,
                now.plus(terms.accessLifetime()),
                scopes);
    }

    String idToken(Session session) {
        JwtClaimsSet.Builder claims = claims(session, clock.instant())
                .audience(List.of(session.clientId()))
                .claim("azp", session.clientId());
        String nonce = session.nonce();
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        return sign("JWT", claims.build()).getTokenValue();
    }

    private JwtClaimsSet.Builder claims(Session session, Instant now) {
        return JwtClaimsSet.builder()
                .issuer(issuer.issuer())
                .subject(session.userId().toString())
                .issuedAt(now)
                .expiresAt(now.plus(terms.accessLifetime()))
                .id(UUID.randomUUID().toString())
                .claim("sid", session.id().toString())
                .claim("auth_time", session.authenticatedAt().getEpochSecond());
    }

    private Jwt sign(String type, JwtClaimsSet claims) {
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256)
                .type(type)
                .keyId(keys.signing())
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, claims));
    }
}
