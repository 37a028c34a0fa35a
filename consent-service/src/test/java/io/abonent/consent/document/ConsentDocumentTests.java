package io.abonent.consent.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.abonent.contracts.consent.ConsentPurpose;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentDocumentTests {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final ConsentDocument document =
            new ConsentDocument(UUID.randomUUID(), ConsentPurpose.PERSONAL_DATA, true, NOW);

    @Test
    void versionsCountFromOne() {
        assertThat(publish("Первая", NOW).number()).isEqualTo(1);
        assertThat(publish("Вторая", NOW).number()).isEqualTo(2);
        assertThat(document.latestNumber()).isEqualTo(2);
    }

    @Test
    void refusesAnObligationInThePast() {
        assertThatIllegalArgumentException().isThrownBy(() -> publish("Первая", NOW.minusMillis(1)));
    }

    @Test
    void changedTextNoLongerFitsItsChecksum() {
        DocumentVersion version = publish("Первая", NOW);

        assertThat(version.intact()).isTrue();
        assertThat(version.sha256()).isNotEqualTo(Sha256.hex("Первая "));
    }

    private DocumentVersion publish(String text, Instant requiredFrom) {
        return document.publish(DocumentText.of(text), null, NOW, requiredFrom, "system");
    }
}
