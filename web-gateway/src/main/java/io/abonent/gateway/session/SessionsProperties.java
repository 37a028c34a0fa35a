package io.abonent.gateway.session;

import io.abonent.gateway.secret.SealedBox;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param encryptionKey 32 bytes in base64, the same for all instances; a secret without default
 * @param refreshBefore a token is renewed when it has less than this left
 * @param lease how long one instance may take for a refresh before another one tries; shorter than the time in which
 *     identity-service answers a repeated refresh with the same tokens (10 s)
 */
@ConfigurationProperties("abonent.sessions")
record SessionsProperties(
        @Nullable String encryptionKey,
        @DefaultValue("30s") Duration refreshBefore,
        @DefaultValue("6s") Duration lease) {

    SealedBox box() {
        return SealedBox.ofProperty("abonent.sessions.encryption-key", encryptionKey);
    }

    @Override
    public String toString() {
        return "SessionsProperties[hidden]";
    }
}
