package io.abonent.notification.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** Seals as identity-service does. */
public final class Sealing {

    private static final ECKey KEY = newKey();

    private Sealing() {}

    public static String privateJwk() {
        return KEY.toJSONString();
    }

    public static String seal(String json) {
        return seal(json, KEY, JWEAlgorithm.ECDH_ES_A256KW);
    }

    static String seal(String json, ECKey key, JWEAlgorithm algorithm) {
        try {
            JWEObject jwe = new JWEObject(
                    new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(json));
            jwe.encrypt(new ECDHEncrypter(key.toPublicJWK()));
            return jwe.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("notification-test").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
