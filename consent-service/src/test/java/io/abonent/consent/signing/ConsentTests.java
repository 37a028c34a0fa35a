package io.abonent.consent.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentTests {
    private static final Instant NOW = Instant.parse("2026-11-02T09:17:41.502Z");

    private final UUID evidence = UUID.randomUUID();
    private final Consent consent =
            Consent.firstSigned(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 1, evidence, NOW);

    @Test
    void signatureHoldsForItsVersionOnly() {
        assertThat(consent.signed(1)).isTrue();
        assertThat(consent.signed(2)).isFalse();
    }

    @Test
    void withdrawalEndsIt() {
        UUID proof = UUID.randomUUID();

        consent.withdraw(proof, NOW.plusSeconds(5));

        assertThat(consent.signed()).isFalse();
        assertThat(consent.evidenceId()).isEqualTo(proof);
        assertThat(consent.withdrawnAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void withdrawnConsentCannotBeWithdrawnAgain() {
        consent.withdraw(UUID.randomUUID(), NOW);

        assertThatIllegalStateException().isThrownBy(() -> consent.withdraw(UUID.randomUUID(), NOW));
    }

    @Test
    void signingAgainKeepsTheIdentity() {
        UUID before = consent.id();
        consent.withdraw(UUID.randomUUID(), NOW);

        consent.sign(2, UUID.randomUUID(), NOW.plusSeconds(9));

        assertThat(consent.id()).isEqualTo(before);
        assertThat(consent.signed(2)).isTrue();
        assertThat(consent.withdrawnAt()).isNull();
        assertThat(consent.evidenceId()).isNotEqualTo(evidence);
    }
}
