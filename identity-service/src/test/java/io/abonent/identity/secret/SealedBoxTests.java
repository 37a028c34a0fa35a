package io.abonent.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedBoxTests {

    private static final SecretKey KEY =
            SecretKey.ofProperty("test", Base64.getEncoder().encodeToString(new byte[32]));

    private final SealedBox box = new SealedBox(KEY);

    @Test
    void opensWhatItSealed() {
        assertThat(box.openText(box.sealText("привет"))).contains("привет");
        assertThat(box.sealText("привет")).isNotEqualTo(box.sealText("привет"));
    }

    @Test
    void opensNothingThatWasAltered() {
        byte[] sealed = box.seal(new byte[] {1, 2, 3});
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThat(box.open(altered)).isEmpty();
        }
    }

    @Test
    void opensNothingOfAnotherUse() {
        SealedBox other = new SealedBox(KEY.forUse("something else"));

        assertThat(other.openText(box.sealText("привет"))).isEmpty();
    }

    @Test
    void opensNoRubbish() {
        assertThat(box.openText("")).isEmpty();
        assertThat(box.openText("%%%")).isEmpty();
        assertThat(box.openText("AAAA")).isEmpty();
        assertThat(box.openText("A".repeat(1000))).isEmpty();
    }
}
