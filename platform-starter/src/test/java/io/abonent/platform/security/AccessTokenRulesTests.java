package io.abonent.platform.security;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.abonent.platform.testkit.TestTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class AccessTokenRulesTests {

    @Test
    void tellsKeysThatAreAwayFromTokensThatAreBad() {
        VerifiedTokens tokens = tokens(URI.create("http://127.0.0.1:1/oauth2/jwks"));
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> tokens.decode(TestTokens.forUser(UUID.randomUUID())))
                .isNotInstanceOf(BadJwtException.class);
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("garbage"));
    }

    @Test
    void failsTheStartForALeewayThatIsNoLeeway() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(URI.create("http://x/"), Duration.ofSeconds(61)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(URI.create("http://x/"), Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> AccessTokenRules.keysAt(URI.create("nonsense:x")));
    }

    private static VerifiedTokens tokens(URI keys) {
        SecurityProperties properties = properties(keys, Duration.ofSeconds(30));
        JwtDecoder decoder = AccessTokenRules.decoder(AccessTokenRules.keysAt(keys), properties, Clock.systemUTC());
        return new VerifiedTokens(decoder, session -> false, Clock.systemUTC(), properties);
    }

    private static SecurityProperties properties(URI keys, Duration leeway) {
        return new SecurityProperties(
                TestTokens.ISSUER, keys, TestTokens.AUDIENCE, List.of(), Map.of(), leeway, 10, "");
    }
}
