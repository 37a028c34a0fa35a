package io.abonent.identity.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerificationTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Verification verification = issued(Purpose.REGISTRATION, false);

    private static Verification issued(Purpose purpose, boolean decoy) {
        Verification verification = new Verification(
                new VerificationId(UUID.randomUUID()), purpose, VerificationFixture.PHONE, "ru", decoy);
        verification.issue(new byte[32], null, VerificationFixture.terms(), NOON);
        return verification;
    }

    @Test
    void setsItsDeadlinesWhenIssued() {
        assertThat(verification.issue()).isEqualTo(1);
        assertThat(verification.codeExpiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(verification.linkExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(verification.resendAvailableAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void givesALinkToANewPasswordLessTime() {
        assertThat(issued(Purpose.PASSWORD_RESET, false).linkExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void confirmsOnce() {
        verification.confirm();

        assertThat(verification.status()).isEqualTo(VerificationStatus.CONFIRMED);
        assertThatThrownBy(verification::confirm).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void confirmsNothingAfterANewerOne() {
        verification.supersede();

        assertThatThrownBy(verification::confirm).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staysConfirmedWhenANewerOneAppears() {
        verification.confirm();
        verification.supersede();

        assertThat(verification.status()).isEqualTo(VerificationStatus.CONFIRMED);
    }

    @Test
    void confirmsADecoyNever() {
        assertThatThrownBy(issued(Purpose.REGISTRATION, true)::confirm).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsItsMessages() {
        verification.issue(new byte[32], null, VerificationFixture.terms(), NOON.plusSeconds(90));

        assertThat(verification.issue()).isEqualTo(2);
        assertThat(verification.resendAvailableAt()).isEqualTo(NOON.plusSeconds(150));
    }
}
