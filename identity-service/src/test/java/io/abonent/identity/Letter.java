package io.abonent.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import io.abonent.contracts.identity.VerificationRequested;
import java.text.ParseException;
import java.util.Map;

/** What notification-service reads in a sealed message. */
public record Letter(Map<String, Object> content) {

    /** The private half of the key in the tests' configuration. */
    private static final String KEY = """
            {"kty":"EC","d":"kXEAXPHbQg3tp4UsVNo4Y6Ti2kZNL1f_X5FW_MmPL70","crv":"P-256","kid":"notification-test",
             "x":"_uGN8OwPJzaYPIoCz87L1M4dawK16MGCykxF_5ucFa4","y":"SHkRaEJNICWO7woKbo5NCmWTqAuus3EQZfK-TDu7Lb0"}""";

    public static Letter open(VerificationRequested event) {
        try {
            JWEObject sealed = JWEObject.parse(event.sealed());
            sealed.decrypt(new ECDHDecrypter(ECKey.parse(KEY)));
            return new Letter(sealed.getPayload().toJSONObject());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError("not sealed for notification-service", e);
        }
    }

    public String code() {
        return String.valueOf(content.get("code"));
    }

    public String target() {
        return String.valueOf(content.get("target"));
    }

    public String link() {
        return String.valueOf(content.get("link"));
    }

    public String token() {
        return link().substring(link().indexOf("token=") + "token=".length());
    }
}
