package io.abonent.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.identity.secret.RandomText;
import io.abonent.identity.secret.SecretKey;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTests {

    private static final SecretKey KEY =
            SecretKey.ofProperty("test", Base64.getEncoder().encodeToString(new byte[32]));

    private final UUID session = UUID.randomUUID();
    private final byte[] salt = RandomText.bytes(32);
    private final RefreshToken token = RefreshToken.of(session, 7, salt, KEY);

    @Test
    void readsBackWhatItIs() {
        RefreshToken read = RefreshToken.read(token.value()).orElseThrow();

        assertThat(read.sessionId()).isEqualTo(session);
        assertThat(read.generation()).isEqualTo(7);
        assertThat(read.provenBy(salt, KEY)).isTrue();
    }

    @Test
    void isTheSameForTheSameGenerationAndAnotherForTheNext() {
        assertThat(RefreshToken.of(session, 7, salt, KEY)).isEqualTo(token);
        assertThat(RefreshToken.of(session, 8, salt, KEY).value()).isNotEqualTo(token.value());
    }

    @Test
    void isProvenByKeyAndSaltTogetherOnly() {
        RefreshToken read = RefreshToken.read(token.value()).orElseThrow();

        assertThat(read.provenBy(RandomText.bytes(32), KEY)).isFalse();
        assertThat(read.provenBy(salt, KEY.forUse("another"))).isFalse();
    }

    @Test
    void cannotBeAlteredOrAdvancedByItsHolder() {
        byte[] bytes = Base64.getUrlDecoder().decode(token.value());
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(altered);
            assertThat(RefreshToken.read(value).orElseThrow().provenBy(salt, KEY))
                    .isFalse();
        }
    }

    @Test
    void readsNothingElse() {
        assertThat(RefreshToken.read("")).isEmpty();
        assertThat(RefreshToken.read("%".repeat(70))).isEmpty();
        assertThat(RefreshToken.read("A".repeat(71))).isEmpty();
        assertThat(token).hasToString("RefreshToken[" + session + ", generation 7]");
    }
}
