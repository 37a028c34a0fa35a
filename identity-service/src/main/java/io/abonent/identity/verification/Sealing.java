package io.abonent.identity.verification;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Locks a target and its secrets so that only notification-service can read them, in Kafka and in the outbox alike. */
@Component
class Sealing {

    private final ECKey recipient;
    private final VerificationProperties terms;
    private final JsonMapper json;

    Sealing(VerificationProperties properties, JsonMapper json) {
        this.recipient = properties.recipient();
        this.terms = properties;
        this.json = json;
    }

    String seal(Purpose purpose, String target, Secrets secrets) {
        Letter letter = new Letter(target, secrets.code(), link(purpose, secrets.linkToken()));
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(recipient.getKeyID())
                .build();
        JWEObject sealed = new JWEObject(header, new Payload(json.writeValueAsString(letter)));
        try {
            sealed.encrypt(new ECDHEncrypter(recipient));
        } catch (JOSEException e) {
            throw new IllegalStateException("sealing for notification-service failed", e);
        }
        return sealed.serialize();
    }

    private @Nullable String link(Purpose purpose, @Nullable String token) {
        return token == null
                ? null
                : UriComponentsBuilder.fromUri(terms.linkBase(purpose))
                        .queryParam("token", token)
                        .build()
                        .toUriString();
    }

    record Letter(
            String target, @Nullable String code, @Nullable String link) {

        @Override
        public String toString() {
            return "Letter[hidden]";
        }
    }
}
