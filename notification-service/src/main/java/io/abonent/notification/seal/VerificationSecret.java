package io.abonent.notification.seal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What a verification carries to its contact. Lives in memory only, for the moment of sending.
 *
 * @param target E.164 or an e-mail address
 * @param link the whole confirmation address, made by identity-service
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VerificationSecret(
        String target, @Nullable String code, @Nullable String link) {

    @Override
    public String toString() {
        return "VerificationSecret[…]";
    }
}
