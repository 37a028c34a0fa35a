package io.abonent.consent.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.abonent.contracts.consent.ConsentPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedDocumentTests {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant GRACE_ENDS = START.plus(Duration.ofDays(30));

    private final Edition first = new Edition(1, "Согласие", "a".repeat(64), START, START);
    private final Edition second =
            new Edition(2, "Согласие", "b".repeat(64), START.plus(Duration.ofDays(16)), GRACE_ENDS);

    @Test
    void onlyVersionCounts() {
        assertThat(required(first).accepts(1, START)).isTrue();
    }

    @Test
    void earlierVersionCountsUntilTheNewOneIsRequired() {
        PublishedDocument document = required(first, second);

        assertThat(document.accepts(1, GRACE_ENDS.minusNanos(1))).isTrue();
        assertThat(document.accepts(1, GRACE_ENDS)).isFalse();
        assertThat(document.accepts(2, GRACE_ENDS)).isTrue();
    }

    @Test
    void skippedVersionStillEndsAnEarlierSignature() {
        Edition third = new Edition(3, "Согласие", "c".repeat(64), GRACE_ENDS, GRACE_ENDS.plus(Duration.ofDays(365)));
        PublishedDocument document = required(first, second, third);

        assertThat(document.accepts(1, GRACE_ENDS)).isFalse();
        assertThat(document.accepts(2, GRACE_ENDS)).isTrue();
    }

    @Test
    void optionalDocumentIsNeverOvertaken() {
        PublishedDocument document =
                new PublishedDocument(UUID.randomUUID(), ConsentPurpose.ADVERTISING, false, List.of(first, second));

        assertThat(document.accepts(1, GRACE_ENDS.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void latestVersionIsTheOneToSign() {
        assertThat(required(first, second).current()).isEqualTo(second);
        assertThat(required(first, second).edition(1)).contains(first);
        assertThat(required(first, second).edition(3)).isEmpty();
    }

    @Test
    void documentWithoutTextIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(this::required);
    }

    private PublishedDocument required(Edition... editions) {
        return new PublishedDocument(UUID.randomUUID(), ConsentPurpose.PERSONAL_DATA, true, List.of(editions));
    }
}
