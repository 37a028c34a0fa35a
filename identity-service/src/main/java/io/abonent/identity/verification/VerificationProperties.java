package io.abonent.identity.verification;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.abonent.identity.secret.SecretKey;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param hmacKey secret, 32 bytes in base64: what the stored codes are hashed with
 * @param notificationPublicJwk public EC P-256 key of notification-service, JWK as JSON, for sealing
 * @param linkBase address of the page a confirmation link opens; fixed, never taken from a request (F-83)
 * @param resetLinkBase the same for the page where a new password is chosen
 * @param codeLifetime how long six digits are good for
 * @param linkLifetime how long a link is good for
 * @param resetLinkLifetime the same for a link to a new password
 * @param tries wrong codes until a code is spent
 * @param resendAfter pause between two messages of one verification
 * @param messagesPerHour to one target, over all purposes
 * @param messagesPerDay to one target, over all purposes
 */
@ConfigurationProperties("abonent.verification")
record VerificationProperties(
        @Nullable String hmacKey,
        @Nullable String notificationPublicJwk,
        @DefaultValue("http://localhost:8081/confirm") URI linkBase,
        @DefaultValue("http://localhost:8080/reset") URI resetLinkBase,
        @DefaultValue("10m") Duration codeLifetime,
        @DefaultValue("24h") Duration linkLifetime,
        @DefaultValue("1h") Duration resetLinkLifetime,
        @DefaultValue("5") int tries,
        @DefaultValue("60s") Duration resendAfter,
        @DefaultValue("5") int messagesPerHour,
        @DefaultValue("10") int messagesPerDay) {

    VerificationProperties {
        SecretKey.ofProperty("abonent.verification.hmac-key", hmacKey);
        parse(notificationPublicJwk);
        requireWhole("link-base", linkBase);
        requireWhole("reset-link-base", resetLinkBase);
    }

    private static void requireWhole(String property, URI address) {
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException("abonent.verification." + property + " must be a whole address");
        }
    }

    URI linkBase(Purpose purpose) {
        return switch (purpose) {
            case REGISTRATION -> linkBase;
            case PASSWORD_RESET -> resetLinkBase;
        };
    }

    Duration linkLifetime(Purpose purpose) {
        return switch (purpose) {
            case REGISTRATION -> linkLifetime;
            case PASSWORD_RESET -> resetLinkLifetime;
        };
    }

    SecretKey key() {
        return SecretKey.ofProperty("abonent.verification.hmac-key", hmacKey);
    }

    ECKey recipient() {
        return parse(notificationPublicJwk);
    }

    private static ECKey parse(@Nullable String jwk) {
        String property = "abonent.verification.notification-public-jwk";
        if (jwk == null || jwk.isBlank()) {
            throw new IllegalArgumentException(property + " is missing: it has no default");
        }
        try {
            ECKey key = ECKey.parse(jwk);
            if (!Curve.P_256.equals(key.getCurve()) || key.isPrivate()) {
                throw new IllegalArgumentException(property + " must be a public key on P-256");
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalArgumentException(property + " is not an EC key in JWK form", e);
        }
    }

    @Override
    public String toString() {
        return "VerificationProperties[" + linkBase + "]";
    }
}
