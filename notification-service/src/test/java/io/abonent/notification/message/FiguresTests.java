package io.abonent.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {

    private final Figures russian = new Figures(MessageFixture.setting(Language.RU));
    private final Figures english = new Figures(MessageFixture.setting(Language.EN));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456|RUB|1 234,56 ₽",
                "1|RUB|0,01 ₽",
                "0|RUB|0,00 ₽",
                "100|RUB|1,00 ₽",
                "10000000|RUB|100 000,00 ₽",
                "9223372036854775807|RUB|92 233 720 368 547 758,07 ₽",
                "123456|KZT|1 234,56 KZT",
                "1234|JPY|1 234 JPY"
            })
    void tellsMoneyTheRussianWay(long minor, String currency, String expected) {
        assertThat(russian.money(minor, currency)).isEqualTo(expected.replace(' ', '\u00a0'));
    }

    @Test
    void tellsMoneyTheEnglishWay() {
        assertThat(english.money(123456, "RUB")).isEqualTo("1,234.56\u00a0₽");
    }

    @Test
    void tellsDatesInTheSuppliersTimeZone() {
        Instant lateEvening = Instant.parse("2026-11-24T20:30:00Z");
        assertThat(russian.date(lateEvening)).isEqualTo("25 ноября");
        assertThat(russian.moment(lateEvening)).isEqualTo("25 ноября, 00:30");
        assertThat(english.date(lateEvening)).isEqualTo("25 November");
    }

    @Test
    void tellsTheYearOnlyOfOtherYears() {
        assertThat(russian.date(Instant.parse("2025-12-31T12:00:00Z"))).isEqualTo("31 декабря 2025");
        assertThat(russian.date(Instant.parse("2026-12-31T20:30:00Z"))).isEqualTo("1 января 2027");
    }

    @Test
    void namesThePeriodInTheNominative() {
        assertThat(russian.period("2026-11")).isEqualTo("ноябрь 2026");
        assertThat(russian.monthName("2026-05")).isEqualTo("май");
        assertThat(english.period("2026-11")).isEqualTo("November 2026");
    }

    @Test
    void tellsQuantitiesWithTheirUnit() {
        assertThat(russian.quantity("1201", "m3")).isEqualTo("1\u00a0201\u00a0м³");
        assertThat(russian.quantity("12345.5", "kW.h")).isEqualTo("12\u00a0345,5\u00a0кВт·ч");
        assertThat(english.quantity("0.125", "Gcal")).isEqualTo("0.125\u00a0Gcal");
    }

    @Test
    void neverSaysThatACodeIsGoodForNoTime() {
        assertThat(russian.minutesUntil(MessageFixture.NOW.plusSeconds(30))).isEqualTo(1);
        assertThat(russian.minutesUntil(MessageFixture.NOW.plusSeconds(600))).isEqualTo(10);
    }
}
