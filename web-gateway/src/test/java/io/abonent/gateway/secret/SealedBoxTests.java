package io.abonent.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedBoxTests {

    private final SealedBox box = box((byte) 1);

    private static SealedBox box(byte first) {
        byte[] key = new byte[32];
        key[0] = first;
        return SealedBox.ofProperty("x", Base64.getEncoder().encodeToString(key));
    }

    @Test
    void opensWhatItSealed() {
        assertThat(box.open(box.seal("тайна"))).contains("тайна");
        assertThat(box.seal("тайна")).isNotEqualTo(box.seal("тайна"));
    }

    @Test
    void opensNothingElse() {
        byte[] sealed = box.seal("тайна");
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThat(box.open(altered)).isEmpty();
        }
        assertThat(box.open(new byte[0])).isEmpty();
        assertThat(box.open(new byte[12])).isEmpty();
        assertThat(box((byte) 2).open(sealed)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "not base64!", "c2hvcnQ="})
    @DisplayName("F-24: a missing or bad key ends the start and is named")
    void badKeysEndTheStart(String key) {
        assertThatThrownBy(() -> SealedBox.ofProperty("abonent.sessions.encryption-key", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abonent.sessions.encryption-key");
    }
}
