package io.abonent.consent.evidence;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param signingKey base64 of 32 random bytes; no default
 * @param retiredKeys keys that signed before: records stay verifiable after a change of key
 * @param verifyAt daily verification of all chains, UTC
 */
@Validated
@ConfigurationProperties("abonent.evidence")
record EvidenceProperties(
        @NotBlank(message = "abonent.evidence.signing-key is a secret without a default: base64 of 32 random bytes")
        String signingKey,

        @DefaultValue List<String> retiredKeys,
        @DefaultValue("03:20") LocalTime verifyAt) {

    @Override
    public String toString() {
        return "EvidenceProperties[secret]";
    }
}
