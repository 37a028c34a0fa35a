package io.abonent.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;

/** What an attacker has: a key of their own and our public keys. */
final class KeysOfTests {

    private KeysOfTests() {}

    static ECKey stranger() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID("test-1").generate();
    }

    /** The bytes libraries took for an HMAC secret when they believed the token's header. */
    static byte[] published(URI jwkSetUri) throws Exception {
        return JWKSet.load(jwkSetUri.toURL())
                .getKeys()
                .getFirst()
                .toECKey()
                .toECPublicKey()
                .getEncoded();
    }
}
