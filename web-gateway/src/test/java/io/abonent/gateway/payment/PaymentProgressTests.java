package io.abonent.gateway.payment;

import static io.abonent.gateway.service.ScriptedBilling.NOW;
import static io.abonent.gateway.service.ScriptedBilling.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.service.BillingService.FiscalStatus;
import io.abonent.gateway.service.BillingService.PaymentStatus;
import io.abonent.gateway.service.BillingService.SupplierStatus;
import java.time.Duration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentProgressTests {

    @ParameterizedTest
    @CsvSource({
        "PENDING, https://p.example, , NONE, NONE, waiting, WAIT, true",
        "PENDING, , , NONE, NONE, asking, WAIT, true",
        "UNKNOWN, , , NONE, NONE, asking, WAIT, true",
        "PAID, , , QUEUED, SENT, paid, GOOD, true",
        "PAID, , , FAILED, SENT, paid, GOOD, true",
        "PAID, , , REGISTERED, REJECTED, rejected, WAIT, false",
        "POSTED, , , QUEUED, ACKED, posted, GOOD, true",
        "POSTED, , , REGISTERED, ACKED, posted, GOOD, false",
        "FAILED, , DECLINED, NONE, NONE, failed.DECLINED, BAD, false",
        "FAILED, , SOMETHING_NEW, NONE, NONE, failed.OTHER, BAD, false",
        "FAILED, , , NONE, NONE, failed.OTHER, BAD, false",
        "EXPIRED, , , NONE, NONE, failed.EXPIRED, BAD, false",
        "CANCELLED, , , NONE, NONE, failed.CANCELLED_BY_CUSTOMER, BAD, false"
    })
    void everyStateIsToldForWhatItIs(
            PaymentStatus status,
            @Nullable String page,
            @Nullable String reason,
            FiscalStatus fiscal,
            SupplierStatus supplier,
            String name,
            PaymentProgress.Sign sign,
            boolean moving) {
        PaymentProgress progress = PaymentProgress.of(paymentOf(status, page, reason, fiscal, supplier), NOW);

        assertThat(progress.name()).isEqualTo(name);
        assertThat(progress.sign()).isEqualTo(sign);
        assertThat(progress.moving()).isEqualTo(moving);
    }

    @ParameterizedTest
    @EnumSource(PaymentStatus.class)
    void everyStateHasItsWordsInBothLanguages(PaymentStatus status) {
        String name = PaymentProgress.of(paymentOf(status, null), NOW).name();
        for (String language : new String[] {"messages.payment", "messages.payment_en"}) {
            ResourceBundle texts = ResourceBundle.getBundle(language);
            assertThat(texts.containsKey("payment.state." + name)).isTrue();
            assertThat(texts.containsKey("payment.head." + name)).isTrue();
            assertThat(texts.containsKey("payment.text." + name)).isTrue();
        }
    }

    @Test
    void isLookedAtOftenAtFirstAndSeldomLater() {
        var payment = paymentOf(PaymentStatus.PENDING, null);

        assertThat(PaymentProgress.of(payment, NOW).everySeconds()).isEqualTo(3);
        assertThat(PaymentProgress.of(payment, NOW.plus(Duration.ofMinutes(10))).everySeconds())
                .isEqualTo(30);
    }

    @Test
    void aReceiptIsOnlyLinkedToAPageOfTheWeb() {
        assertThat(PaymentProgress.web("https://receipt.example/1")).isEqualTo("https://receipt.example/1");
        assertThat(PaymentProgress.web("javascript:alert(1)")).isNull();
        assertThat(PaymentProgress.web("https://")).isNull();
        assertThat(PaymentProgress.web("https://a b")).isNull();
        assertThat(PaymentProgress.web(null)).isNull();
    }
}
