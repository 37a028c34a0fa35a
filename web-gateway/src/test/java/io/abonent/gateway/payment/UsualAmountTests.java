package io.abonent.gateway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.service.BillingService.Payment;
import io.abonent.gateway.service.BillingService.PaymentStatus;
import io.abonent.gateway.service.ScriptedAccounts;
import io.abonent.gateway.service.ScriptedBilling;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualAmountTests {

    @ParameterizedTest
    @CsvSource({
        // usual, typed, asked
        "123456, 123456, false", "123456, 400000, false", "123456, 500000, false", "123456, 500001, true",
        "123456, 10000000, true", "1000000, 3000000, false", "1000000, 3000003, true", "0, 500000, false",
        "0, 500001, true"
    })
    void farMoreThanUsualIsAskedAbout(long usual, long typed, boolean asked) {
        assertThat(new UsualAmount(usual).farBelow(typed)).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        // usual, typed, perhaps meant (0: no idea)
        "123456, 12345600, 123456",
        "100000, 10000000, 100000",
        "123456, 12345678, 0",
        "123456, 99999900, 0",
        "0, 12345600, 0"
    })
    void aLostCommaIsPutBack(long usual, long typed, long meant) {
        assertThat(new UsualAmount(usual).perhapsMeant(typed).orElse(0)).isEqualTo(meant);
    }

    @Test
    void usualIsTheDebtOrTheLargestPaymentOfThisAccount() {
        Payment paid = ScriptedBilling.paymentOf(PaymentStatus.POSTED, null);
        Payment failed = ScriptedBilling.paymentOf(PaymentStatus.FAILED, null);

        assertThat(UsualAmount.of(ScriptedAccounts.ACCOUNT, 500, List.of(paid)).minor())
                .isEqualTo(123_456);
        assertThat(UsualAmount.of(ScriptedAccounts.ACCOUNT, 500, List.of(failed))
                        .minor())
                .isEqualTo(500);
        assertThat(UsualAmount.of(UUID.randomUUID(), 500, List.of(paid)).minor())
                .isEqualTo(500);
    }
}
