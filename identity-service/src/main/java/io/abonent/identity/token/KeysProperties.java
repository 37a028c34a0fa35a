package io.abonent.identity.token;

import io.abonent.identity.secret.SecretKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param encryptionKey secret, 32 bytes in base64: seals the signing keys in the database, and handles of clients
 * @param signsFor how long one key signs
 * @param publishedBefore how long a key is published before it signs, so that every service has it by then
 * @param publishedAfter how long it stays published, longer than any token lives
 */
@ConfigurationProperties("abonent.keys")
public record KeysProperties(
        @Nullable String encryptionKey,
        @DefaultValue("30d") Duration signsFor,
        @DefaultValue("1d") Duration publishedBefore,
        @DefaultValue("2h") Duration publishedAfter) {

    public KeysProperties {
        SecretKey.ofProperty("abonent.keys.encryption-key", encryptionKey);
        if (publishedBefore.compareTo(signsFor) >= 0) {
            throw new IllegalArgumentException("abonent.keys.published-before must be shorter than signs-for");
        }
    }

    public SecretKey key() {
        return SecretKey.ofProperty("abonent.keys.encryption-key", encryptionKey);
    }

    @Override
    public String toString() {
        return "KeysProperties[hidden]";
    }
}
