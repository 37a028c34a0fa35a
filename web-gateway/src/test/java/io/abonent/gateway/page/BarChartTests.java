package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarChartTests {

    private static BarChart of(String... amounts) {
        return BarChart.of(
                "Платежи",
                Stream.of(amounts)
                        .map(amount -> new BarChart.Value("окт.", "октябрь", new BigDecimal(amount), amount, amount))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.5, 2",
        "2, 2",
        "3, 5",
        "7, 10",
        "10, 10",
        "11, 20",
        "1234.56, 2000",
        "0.3, 0.5",
        "99999, 100000",
        "100.00, 100"
    })
    void theScaleEndsAtARoundNumber(String highest, BigDecimal top) {
        assertThat(of("0", highest).top()).isEqualByComparingTo(top);
    }

    @Test
    void heightsGoWithTheAmounts() {
        List<BarChart.Bar> bars = of("50", "100", "25").bars();

        assertThat(bars).extracting(BarChart.Bar::height).containsExactly(61, 122, 31);
        assertThat(bars).allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(150));
    }

    @Test
    void barsStandSideBySideWithinTheDrawing() {
        List<BarChart.Bar> bars = of("1", "2", "3", "4", "5", "6").bars();

        for (int index = 1; index < bars.size(); index++) {
            assertThat(bars.get(index).x())
                    .isGreaterThan(bars.get(index - 1).x() + bars.get(index - 1).width());
        }
        assertThat(bars.getFirst().x()).isNotNegative();
        assertThat(bars.getLast().x() + bars.getLast().width()).isLessThanOrEqualTo(BarChart.WIDTH);
    }

    @Test
    void aSmallAmountIsStillSeenAndNoneIsNot() {
        List<BarChart.Bar> bars = of("0.01", "100000", "0").bars();

        assertThat(bars.get(0).height()).isEqualTo(2);
        assertThat(bars.get(2).empty()).isTrue();
    }

    @Test
    void withoutAmountsThereIsNothingToSee() {
        assertThat(of("0", "0").isEmpty()).isTrue();
        assertThat(of().isEmpty()).isTrue();
        assertThat(of("0", "1").isEmpty()).isFalse();
    }
}
