package io.abonent.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Remembers tokens whose signature was verified: an ES256 verification costs more than PostgreSQL's whole share of a
 * command. Expiry and revocation are checked every time; the keys are hashes, so a heap dump shows no tokens as keys.
 */
final class VerifiedTokens implements JwtDecoder {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int TOKEN_LENGTH = 8192;

    private final JwtDecoder verifier;
    private final RevokedSessions revoked;
    private final Clock clock;
    private final Duration leeway;
    private final Cache<ByteBuffer, Jwt> verified;

    VerifiedTokens(JwtDecoder verifier, RevokedSessions revoked, Clock clock, SecurityProperties properties) {
        this.verifier = verifier;
        this.revoked = revoked;
        this.clock = clock;
        this.leeway = properties.leeway();
        this.verified = Caffeine.newBuilder()
                .maximumSize(properties.verifiedTokens())
                .expireAfterWrite(LONGEST)
                .recordStats()
                .build();
    }

    void bindTo(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, verified, "abonent.security.verified.tokens");
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        if (token.length() > TOKEN_LENGTH) {
            throw new BadJwtException("The token is too long");
        }
        ByteBuffer key = ByteBuffer.wrap(sha256(token));
        Jwt jwt = verified.getIfPresent(key);
        if (jwt == null) {
            jwt = verify(token);
            verified.put(key, jwt);
        }
        Instant expiresAt = jwt.getExpiresAt();
        if (expiresAt == null || !clock.instant().isBefore(expiresAt.plus(leeway))) {
            verified.invalidate(key);
            throw new BadJwtException("The token has expired");
        }
        String session = jwt.getClaimAsString("sid");
        if (session != null && revoked.revoked(session)) {
            throw new BadJwtException("The session has ended");
        }
        return jwt;
    }

    private Jwt verify(String token) {
        try {
            return verifier.decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException other) {
            // Unknown key ids beyond the rate limit are the sender's fault; keys that cannot be fetched are not.
            for (Throwable cause = other; cause != null; cause = cause.getCause()) {
                if (cause instanceof RateLimitReachedException) {
                    throw new BadJwtException("No such key", other);
                }
            }
            throw other;
        }
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
