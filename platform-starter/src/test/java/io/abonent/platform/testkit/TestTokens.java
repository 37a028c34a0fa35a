package io.abonent.platform.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens as identity-service issues them, signed with keys which the test's context fetches like the real ones.
 *
 * <pre>{@code
 * String bearer = TestTokens.forUser(userId);
 * String old = TestTokens.of(userId).expiredFor(Duration.ofMinutes(5)).sign();
 * }</pre>
 */
public final class TestTokens {

    public static final String ISSUER = "http://localhost:8081";
    public static final String AUDIENCE = "abonent";
    public static final String CLIENT = "local-demo";

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final String subject;
    private String issuer = ISSUER;
    private String audience = AUDIENCE;
    private String type = "at+jwt";
    private List<String> scopes = List.of("openid", "cabinet");
    private String session = UUID.randomUUID().toString();
    private Instant issuedAt = Instant.now().minusSeconds(1);
    private @Nullable Instant notBefore;
    private @Nullable Instant expiresAt;
    private ECKey key = TokenKeys.CURRENT;

    private TestTokens(String subject) {
        this.subject = subject;
    }

    /** A valid token with scope {@code cabinet}. */
    public static String forUser(UUID userId) {
        return of(userId).sign();
    }

    /** The value of an {@code Authorization} header. */
    public static String bearer(UUID userId) {
        return "Bearer " + forUser(userId);
    }

    public static String expired(UUID userId) {
        return of(userId).expiredFor(Duration.ofMinutes(5)).sign();
    }

    public static String withoutScope(UUID userId) {
        return of(userId).scopes("openid").sign();
    }

    public static String forOtherAudience(UUID userId) {
        return of(userId).audience("somebody-else").sign();
    }

    public static String byStranger(UUID userId) {
        return of(userId).signedBy(TokenKeys.STRANGER).sign();
    }

    public static TestTokens of(UUID userId) {
        return new TestTokens(userId.toString());
    }

    /** For clients that are not people. */
    public static TestTokens of(String subject) {
        return new TestTokens(subject);
    }

    public TestTokens issuer(String value) {
        this.issuer = value;
        return this;
    }

    public TestTokens audience(String value) {
        this.audience = value;
        return this;
    }

    public TestTokens type(String value) {
        this.type = value;
        return this;
    }

    public TestTokens scopes(String... values) {
        this.scopes = List.of(values);
        return this;
    }

    public TestTokens session(String value) {
        this.session = value;
        return this;
    }

    public TestTokens expiredFor(Duration time) {
        this.expiresAt = Instant.now().minus(time);
        this.issuedAt = expiresAt.minus(LIFETIME);
        return this;
    }

    public TestTokens expiresIn(Duration time) {
        this.expiresAt = Instant.now().plus(time);
        return this;
    }

    public TestTokens notBefore(Instant value) {
        this.notBefore = value;
        return this;
    }

    TestTokens signedBy(ECKey value) {
        this.key = value;
        return this;
    }

    public String sign() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(type))
                            .keyID(key.getKeyID())
                            .build(),
                    claims());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWTClaimsSet claims() {
        Instant expiry = expiresAt == null ? issuedAt.plus(LIFETIME) : expiresAt;
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(issuedAt))
                .notBeforeTime(Date.from(notBefore == null ? issuedAt : notBefore))
                .expirationTime(Date.from(expiry))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", CLIENT)
                .claim("scope", scopes)
                .claim("sid", session)
                .claim("auth_time", issuedAt.getEpochSecond())
                .build();
    }
}
