package io.abonent.billing.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.billing.fiscal.FiscalGateway.Item;
import io.abonent.billing.fiscal.FiscalGateway.Receipt;
import io.abonent.billing.fiscal.FiscalGateway.Settlement;
import io.abonent.billing.payment.PaidPart;
import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import io.abonent.platform.event.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptComposerTests {

    private static final FiscalProperties PROPERTIES = new FiscalProperties(
            "http://register",
            "token",
            "https://cabinet.example",
            "receipts@abonent.example",
            "Оплата коммунальных услуг",
            ZoneId.of("Europe/Moscow"),
            List.of(
                    new FiscalProperties.VatRate(LocalDate.parse("2019-01-01"), "vat20", "vat120"),
                    new FiscalProperties.VatRate(LocalDate.parse("2026-01-01"), "vat22", "vat122")),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            5);

    private final ReceiptComposer composer = new ReceiptComposer(PROPERTIES);

    @Test
    void namesWhatGoesAboveTheDebtAnAdvance() {
        Receipt receipt = composer.compose(part(10_000, 4_000, 1, "2026-11-22T12:00:00Z"), "1831000001");

        assertThat(receipt.items())
                .containsExactly(
                        new Item("Оплата коммунальных услуг", 6_000, "vat22", Settlement.FULL_PAYMENT),
                        new Item("Оплата коммунальных услуг", 4_000, "vat122", Settlement.ADVANCE));
        assertThat(receipt.totalMinor()).isEqualTo(10_000);
    }

    @Test
    void hasNoEmptyLines() {
        assertThat(composer.compose(part(100, 0, 1, "2026-11-22T12:00:00Z"), "1")
                        .items())
                .hasSize(1);
        assertThat(composer.compose(part(100, 100, 1, "2026-11-22T12:00:00Z"), "1")
                        .items())
                .hasSize(1);
    }

    @Test
    void theRateChangesAtMidnightOfTheZone() {
        assertThat(vatAt("2025-12-31T20:59:59Z")).isEqualTo("vat20");
        assertThat(vatAt("2025-12-31T21:00:00Z")).isEqualTo("vat22");
        assertThatThrownBy(() -> vatAt("2018-01-01T00:00:00Z")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewAttemptIsANewDocument() {
        PaidPart first = part(100, 0, 1, "2026-11-22T12:00:00Z");
        PaidPart second = part(100, 0, 2, "2026-11-22T12:00:00Z");
        assertThat(composer.compose(first, "1").documentId())
                .isEqualTo(first.partId().toString());
        assertThat(composer.compose(second, "1").documentId()).isEqualTo(second.partId() + "-2");
    }

    private String vatAt(String moment) {
        return composer.compose(part(100, 0, 1, moment), "1").items().getFirst().vat();
    }

    private static PaidPart part(long amount, long advance, int attempt, String paidAt) {
        return new PaidPart(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "ref",
                amount,
                advance,
                "RUB",
                Instant.parse(paidAt),
                FiscalStatus.QUEUED,
                attempt,
                null,
                SupplierStatus.NONE);
    }
}
