package io.abonent.gateway.reading;

import static io.abonent.gateway.service.ScriptedBilling.NOW;
import static io.abonent.gateway.service.ScriptedBilling.pastOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.service.BillingService.PastReading;
import io.abonent.gateway.service.BillingService.ReadingStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumptionTests {

    private static PastReading accepted(String value, String period) {
        return pastOf(value, period, ReadingStatus.ACCEPTED, NOW);
    }

    @Test
    void isTheDifferenceOfAcceptedReadingsInTheOrderOfTheirPeriods() {
        List<Consumption.Used> used = Consumption.of(
                "T1",
                List.of(
                        accepted("1180", "2026-11"),
                        pastOf("9999", "2026-11", ReadingStatus.REJECTED, NOW),
                        accepted("1150", "2026-09"),
                        accepted("1176", "2026-10")));

        assertThat(used).extracting(Consumption.Used::period).containsExactly("2026-10", "2026-11");
        assertThat(used).extracting(one -> one.amount().intValueExact()).containsExactly(26, 4);
    }

    @Test
    void aDialThatWentPastZeroHasNoDifferenceToShow() {
        assertThat(Consumption.of("T1", List.of(accepted("99990", "2026-10"), accepted("12", "2026-11"))))
                .isEmpty();
    }

    @Test
    void theLastHalfYearIsShown() {
        List<PastReading> readings = new ArrayList<>();
        for (int month = 1; month <= 10; month++) {
            readings.add(accepted(Integer.toString(month * 10), "2026-%02d".formatted(month)));
        }

        assertThat(Consumption.of("T1", readings))
                .hasSize(6)
                .first()
                .extracting(Consumption.Used::period)
                .isEqualTo("2026-05");
    }
}
