package io.abonent.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What an access token must be (RFC 9068): signed by the issuer with ES256, {@code typ at+jwt}, for us, not expired. */
final class AccessTokenRules {

    private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");
    private static final int CONNECT_TIMEOUT_MS = 1_000;
    private static final int READ_TIMEOUT_MS = 2_000;
    private static final int KEYS_BYTES_MAX = 64 * 1024;
    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final Duration KEYS_KEPT_IN_OUTAGE = Duration.ofHours(4);
    /** Two fetches within it, then none until it is over. */
    static final Duration UNKNOWN_KEY_INTERVAL = Duration.ofSeconds(10);

    private AccessTokenRules() {}

    static JwtDecoder decoder(JWKSource<SecurityContext> keys, SecurityProperties properties, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(AT_JWT, new JOSEObjectType("application/at+jwt"))))
                .build();
        JwtTimestampValidator timestamps = new JwtTimestampValidator(properties.leeway());
        timestamps.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                timestamps,
                new JwtIssuerValidator(properties.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(properties.audience())),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank())));
        return decoder;
    }

    /** Keys over HTTP: cached, fetched again for an unknown key id but not as often as strangers like. */
    static JWKSource<SecurityContext> keysAt(URI jwkSetUri) {
        try {
            return JWKSourceBuilder.create(
                            jwkSetUri.toURL(),
                            new DefaultResourceRetriever(CONNECT_TIMEOUT_MS, READ_TIMEOUT_MS, KEYS_BYTES_MAX))
                    .cache(KEYS_KEPT.toMillis(), READ_TIMEOUT_MS)
                    .refreshAheadCache(false)
                    .rateLimited(UNKNOWN_KEY_INTERVAL.toMillis())
                    .outageTolerant(KEYS_KEPT_IN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("abonent.security.jwk-set-uri is not a URL: " + jwkSetUri, malformed);
        }
    }

    static boolean uuid(String subject) {
        try {
            return UUID.fromString(subject).toString().equals(subject);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
