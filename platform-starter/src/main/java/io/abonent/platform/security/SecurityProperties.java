package io.abonent.platform.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param issuer the only accepted {@code iss}
 * @param jwkSetUri where the issuer's public keys are; a service which is the issuer itself has a {@code JWKSource} bean
 *     instead
 * @param audience must be among a token's {@code aud}
 * @param publicPaths open without a token: {@code POST /api/v1/registrations/**}, or without method for any
 * @param scopes the scope a path asks for instead of {@code cabinet}: {@code "[/api/v1/operator/suppliers/**]":
 *     operator:supplier}
 * @param leeway how far clocks may differ
 * @param verifiedTokens how many verified tokens are remembered
 * @param contentSecurityPolicy of answers; pages need a wider one than JSON
 */
@ConfigurationProperties("abonent.security")
record SecurityProperties(
        @DefaultValue("http://localhost:8081") String issuer,
        @DefaultValue("http://localhost:8081/oauth2/jwks") URI jwkSetUri,
        @DefaultValue("abonent") String audience,
        @DefaultValue List<String> publicPaths,
        @DefaultValue Map<String, String> scopes,
        @DefaultValue("30s") Duration leeway,
        @DefaultValue("10000") int verifiedTokens,

        @DefaultValue("default-src 'none'; frame-ancestors 'none'")
        String contentSecurityPolicy) {

    private static final Duration LEEWAY_MAX = Duration.ofSeconds(60);

    SecurityProperties {
        if (leeway.isNegative() || leeway.compareTo(LEEWAY_MAX) > 0) {
            throw new IllegalArgumentException("abonent.security.leeway must be between 0 and 60 s");
        }
    }
}
