package io.abonent.identity.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param accessLifetime of access and ID tokens: how long a signed-out device may still be served
 * @param codeLifetime between sign-in and tokens
 * @param sessionIdle a session not refreshed for so long ends
 * @param sessionLifetime and so does every session, refreshed or not
 * @param retryWindow in which the same device may repeat a refresh whose answer it lost (F-75)
 */
@ConfigurationProperties("abonent.tokens")
record TokenProperties(
        @DefaultValue("5m") Duration accessLifetime,
        @DefaultValue("60s") Duration codeLifetime,
        @DefaultValue("30d") Duration sessionIdle,
        @DefaultValue("90d") Duration sessionLifetime,
        @DefaultValue("10s") Duration retryWindow) {

    private static final Duration LONGEST_ACCESS = Duration.ofMinutes(10);

    TokenProperties {
        if (accessLifetime.compareTo(LONGEST_ACCESS) > 0) {
            throw new IllegalArgumentException("abonent.tokens.access-lifetime must not be above 10 min");
        }
    }
}
