package io.abonent.identity.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.identity.secret.RandomText;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretHashesTests {

    private final SecretHashes hashes = new SecretHashes(VerificationFixture.terms());
    private final VerificationId one = new VerificationId(UUID.randomUUID());
    private final VerificationId other = new VerificationId(UUID.randomUUID());

    @Test
    @DisplayName("F-64: a code is bound to its verification")
    void bindsCodesToTheirVerification() {
        assertThat(hashes.ofCode(one, "123456"))
                .hasSize(32)
                .isEqualTo(hashes.ofCode(one, "123456"))
                .isNotEqualTo(hashes.ofCode(other, "123456"))
                .isNotEqualTo(hashes.ofCode(one, "123457"));
    }

    @Test
    @DisplayName("a link carries at least 128 random bits beside its verification's id")
    void readsItsOwnLinks() {
        byte[] secret = RandomText.bytes(SecretHashes.linkSecretBytes());
        String token = SecretHashes.linkToken(one, secret);

        assertThat(SecretHashes.linkSecretBytes() * 8).isGreaterThanOrEqualTo(128);
        assertThat(token).matches("[A-Za-z0-9_-]+");
        SecretHashes.Link link = SecretHashes.readLink(token).orElseThrow();
        assertThat(link.id()).isEqualTo(one);
        assertThat(link.secret()).isEqualTo(secret);
    }

    @Test
    void readsNothingElse() {
        assertThat(SecretHashes.readLink("")).isEmpty();
        assertThat(SecretHashes.readLink("%")).isEmpty();
        assertThat(SecretHashes.readLink("A".repeat(52))).isEmpty();
        assertThat(SecretHashes.readLink("A".repeat(128))).isEmpty();
    }
}
