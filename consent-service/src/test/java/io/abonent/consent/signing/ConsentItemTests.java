package io.abonent.consent.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.consent.document.Edition;
import io.abonent.consent.document.PublishedDocument;
import io.abonent.consent.signing.ConsentItem.Status;
import io.abonent.contracts.consent.ConsentPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentItemTests {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant GRACE_ENDS = START.plus(Duration.ofDays(30));
    private static final Edition FIRST = new Edition(1, "Согласие", "a".repeat(64), START, START);
    private static final Edition SECOND = new Edition(2, "Согласие (2)", "b".repeat(64), START, GRACE_ENDS);

    private final UUID documentId = UUID.randomUUID();
    private final PublishedDocument oneVersion =
            new PublishedDocument(documentId, ConsentPurpose.PERSONAL_DATA, true, List.of(FIRST));
    private final PublishedDocument twoVersions =
            new PublishedDocument(documentId, ConsentPurpose.PERSONAL_DATA, true, List.of(FIRST, SECOND));
    private final Consent consent =
            Consent.firstSigned(UUID.randomUUID(), UUID.randomUUID(), documentId, 1, UUID.randomUUID(), START);

    @Test
    void unsignedIsRequired() {
        ConsentItem item = ConsentItem.of(oneVersion, null, START);

        assertThat(item.status()).isEqualTo(Status.REQUIRED);
        assertThat(item.version()).isEqualTo(1);
        assertThat(item.consentId()).isNull();
    }

    @Test
    void signedIsSigned() {
        ConsentItem item = ConsentItem.of(oneVersion, consent, START);

        assertThat(item.status()).isEqualTo(Status.SIGNED);
        assertThat(item.signedAt()).isEqualTo(START);
        assertThat(item.update()).isNull();
    }

    @Test
    void newVersionIsAnnouncedWhileTheOldOneStillCounts() {
        ConsentItem item = ConsentItem.of(twoVersions, consent, GRACE_ENDS.minusSeconds(1));

        assertThat(item.status()).isEqualTo(Status.SIGNED);
        assertThat(item.version()).isEqualTo(1);
        assertThat(item.update()).isEqualTo(new ConsentItem.Update(2, "Согласие (2)", GRACE_ENDS));
    }

    @Test
    void newVersionIsRequiredAfterTheGrace() {
        ConsentItem item = ConsentItem.of(twoVersions, consent, GRACE_ENDS);

        assertThat(item.status()).isEqualTo(Status.REQUIRED);
        assertThat(item.version()).isEqualTo(2);
        assertThat(item.consentId()).isEqualTo(consent.id());
    }

    @Test
    void withdrawnAsksForTheCurrentVersion() {
        consent.withdraw(UUID.randomUUID(), START.plusSeconds(1));

        ConsentItem item = ConsentItem.of(twoVersions, consent, START.plusSeconds(2));

        assertThat(item.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(item.version()).isEqualTo(2);
        assertThat(item.withdrawnAt()).isEqualTo(START.plusSeconds(1));
    }
}
