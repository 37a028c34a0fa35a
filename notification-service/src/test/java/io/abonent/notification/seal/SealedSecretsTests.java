package io.abonent.notification.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEAlgorithm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SealedSecretsTests {

    private final SealedSecrets secrets =
            new SealedSecrets(new VerificationKeyProperties(Sealing.privateJwk()), new JsonMapper());

    @Test
    void opensWhatWasSealedForIt() {
        VerificationSecret secret =
                secrets.open(Sealing.seal("{\"target\":\"+79991111111\",\"code\":\"042917\",\"later\":1}"));
        assertThat(secret.target()).isEqualTo("+79991111111");
        assertThat(secret.code()).isEqualTo("042917");
        assertThat(secret.link()).isNull();
    }

    @Test
    @DisplayName("F-82: neither secret nor key shows in toString")
    void saysNothingAboutItsContent() {
        VerificationSecret secret = secrets.open(Sealing.seal("{\"target\":\"+79991111111\",\"code\":\"042917\"}"));
        assertThat(secret.toString()).doesNotContain("042917").doesNotContain("9991111111");
        assertThat(new VerificationKeyProperties(Sealing.privateJwk()).toString())
                .doesNotContain("\"d\"");
    }

    @Test
    void refusesWhatWasSealedForSomebodyElse() {
        String foreign = Sealing.seal("{\"target\":\"+79991111111\"}", Sealing.newKey(), JWEAlgorithm.ECDH_ES_A256KW);
        assertThatThrownBy(() -> secrets.open(foreign)).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void refusesAnotherAlgorithm() {
        String other = Sealing.seal("{\"target\":\"+79991111111\"}", Sealing.newKey(), JWEAlgorithm.ECDH_ES_A128KW);
        assertThatThrownBy(() -> secrets.open(other)).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    @DisplayName("F-82: what cannot be read is not quoted")
    void doesNotQuoteWhatItCannotRead() {
        String broken = Sealing.seal("{\"target\":\"+79991111111\",\"code\":");
        assertThatThrownBy(() -> secrets.open(broken))
                .isInstanceOf(UnreadableSecret.class)
                .hasNoCause()
                .hasMessageNotContaining("9991111111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "{}", "....."})
    void refusesWhatIsNotSealedAtAll(String text) {
        assertThatThrownBy(() -> secrets.open(text)).isInstanceOf(UnreadableSecret.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"kty\":\"EC\"}"})
    @DisplayName("F-24: a wrong key fails the start, without quoting it")
    void wrongKeyFailsTheStart(String jwk) {
        assertThatThrownBy(() -> new SealedSecrets(new VerificationKeyProperties(jwk), new JsonMapper()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("abonent.verification.private-jwk");
    }
}
