package io.abonent.notification.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Opens compact JWEs ({@code ECDH-ES+A256KW}) with this service's private key, which nobody else holds. */
@Component
public class SealedSecrets {

    private final ECDHDecrypter decrypter;
    private final JsonMapper json;

    SealedSecrets(VerificationKeyProperties properties, JsonMapper json) {
        this.decrypter = decrypter(properties.privateJwk());
        this.json = json;
    }

    /** @throws UnreadableSecret if it was not sealed for this key or does not hold what it should */
    public VerificationSecret open(String sealed) {
        try {
            JWEObject jwe = JWEObject.parse(sealed);
            if (!JWEAlgorithm.ECDH_ES_A256KW.equals(jwe.getHeader().getAlgorithm())) {
                throw new UnreadableSecret("algorithm of the sealed secret");
            }
            jwe.decrypt(decrypter);
            VerificationSecret secret = json.readValue(jwe.getPayload().toString(), VerificationSecret.class);
            if (Objects.isNull(secret.target())) {
                throw new UnreadableSecret("it names no target");
            }
            return secret;
        } catch (ParseException | JOSEException | JacksonException failure) {
            // The cause may quote what it could not read: it stays out of the logs.
            throw new UnreadableSecret(failure.getClass().getSimpleName());
        }
    }

    private static ECDHDecrypter decrypter(String privateJwk) {
        try {
            ECKey key = ECKey.parse(privateJwk);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw new IllegalStateException(
                        "abonent.verification.private-jwk must be a private EC key on the curve P-256");
            }
            return new ECDHDecrypter(key);
        } catch (ParseException | JOSEException failure) {
            throw new IllegalStateException("abonent.verification.private-jwk is not a JSON Web Key");
        }
    }
}
