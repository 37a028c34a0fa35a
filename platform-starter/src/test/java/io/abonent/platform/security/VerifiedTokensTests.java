package io.abonent.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class VerifiedTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<String> verifications = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void verifiesATokenOnce() {
        VerifiedTokens tokens = tokens(100);
        assertThat(tokens.decode("a")).isSameAs(tokens.decode("a"));
        assertThat(verifications).containsExactly("a");
    }

    @Test
    void noticesExpiryOfARememberedToken() {
        VerifiedTokens tokens = tokens(100);
        tokens.decode("a");
        clock = Clock.fixed(NOW.plusSeconds(300 + 29), ZoneOffset.UTC);
        tokens.decode("a");
        clock = Clock.fixed(NOW.plusSeconds(300 + 30), ZoneOffset.UTC);
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
    }

    @Test
    void noticesTheEndOfASession() {
        VerifiedTokens tokens = tokens(100);
        tokens.decode("a");
        ended.add("session-of-a");
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
        assertThat(tokens.decode("b")).isNotNull();
    }

    @Test
    void doesNotRememberRefusals() {
        VerifiedTokens tokens = tokens(100);
        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> tokens.decode("bad"));
        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> tokens.decode("bad"));
        assertThat(verifications).containsExactly("bad", "bad");
    }

    @Test
    void doesNotEvenReadHugeTokens() {
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> tokens(100).decode("x".repeat(8193)));
        assertThat(verifications).isEmpty();
    }

    private VerifiedTokens tokens(int size) {
        SecurityProperties properties = new SecurityProperties(
                "i", URI.create("http://localhost/k"), "a", List.of(), Map.of(), Duration.ofSeconds(30), size, "");
        return new VerifiedTokens(this::verify, ended::contains, new MovingClock(), properties);
    }

    private Jwt verify(String token) {
        verifications.add(token);
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .subject("s")
                .claim("sid", "session-of-" + token)
                .expiresAt(NOW.plusSeconds(300))
                .build();
    }

    private final class MovingClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}
