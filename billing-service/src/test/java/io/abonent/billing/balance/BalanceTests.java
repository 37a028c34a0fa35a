package io.abonent.billing.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.billing.backoffice.SupplierBackOffice.Figures;
import io.abonent.billing.backoffice.SupplierBackOffice.Line;
import io.abonent.platform.event.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ACCOUNT = Ids.next();
    private static final UUID SUPPLIER = Ids.next();

    @ParameterizedTest
    @CsvSource({
        // debt, credit, pending -> due, credit
        "10000, 0, 0, 10000, 0",
        "10000, 0, 4000, 6000, 0",
        "10000, 0, 10000, 0, 0",
        "10000, 0, 15000, 0, 5000",
        "0, 500, 0, 0, 500",
        "0, 500, 100, 0, 600",
        "0, 0, 0, 0, 0"
    })
    void isTheDebtLessWhatIsOnItsWayButNeverBelowZero(long debt, long credit, long pending, long due, long left) {
        Balance balance = Balance.of(ACCOUNT, SUPPLIER, figures(debt, credit, NOW), pending, NOW);

        assertThat(balance.amountDueMinor()).isEqualTo(due);
        assertThat(balance.creditMinor()).isEqualTo(left);
        assertThat(balance.withPending(0)).isEqualTo(Balance.of(ACCOUNT, SUPPLIER, figures(debt, credit, NOW), 0, NOW));
    }

    @Test
    void sameFiguresAtALaterMomentAreNoNews() {
        Balance before = Balance.of(ACCOUNT, SUPPLIER, figures(100, 0, NOW), 0, NOW);
        Balance later = Balance.of(ACCOUNT, SUPPLIER, figures(100, 0, NOW.plusSeconds(60)), 0, NOW.plusSeconds(60));

        assertThat(later.saysTheSameAs(before)).isTrue();
        assertThat(Balance.of(ACCOUNT, SUPPLIER, figures(101, 0, NOW), 0, NOW).saysTheSameAs(before))
                .isFalse();
    }

    private static Figures figures(long debt, long credit, Instant asOf) {
        return new Figures(debt, credit, "RUB", asOf, List.of(new Line("GAS", debt)));
    }
}
