package io.abonent.notification.seal;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param privateJwk EC P-256 private key as a JSON Web Key; a secret, therefore without a default */
@Validated
@ConfigurationProperties("abonent.verification")
record VerificationKeyProperties(@NotBlank String privateJwk) {

    @Override
    public String toString() {
        return "VerificationKeyProperties[…]";
    }
}
