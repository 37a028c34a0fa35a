package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTimeTests {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant NOW = Instant.parse("2026-11-25T12:30:00Z");

    private final WrittenTime russian = in(Locale.of("ru"), MOSCOW);
    private final WrittenTime english = in(Locale.ENGLISH, MOSCOW);

    private static WrittenTime in(Locale locale, ZoneId zone) {
        // The bundle without a language is the Russian one: no fallback to the machine's language.
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages.page",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new WrittenTime(NOW, zone, locale, texts::getString);
    }

    private static String shown(String written) {
        return written.replace('\u00a0', '_');
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            2026-11-25 ; 25_ноября       ; 25_November
            2026-01-01 ; 1_января        ; 1_January
            2025-11-25 ; 25_ноября 2025  ; 25_November 2025
            2027-05-09 ; 9_мая 2027      ; 9_May 2027
            """)
    void aDayOfAnotherYearTellsTheYear(LocalDate day, String inRussian, String inEnglish) {
        assertThat(shown(russian.day(day))).isEqualTo(inRussian);
        assertThat(shown(english.day(day))).isEqualTo(inEnglish);
    }

    @Test
    void theDayIsThatOfThePlace() {
        Instant lateInLondon = Instant.parse("2026-11-24T21:30:00Z");
        assertThat(shown(russian.dayAndTime(lateInLondon))).isEqualTo("25_ноября, 00:30");
        assertThat(shown(in(Locale.of("ru"), ZoneId.of("Asia/Novosibirsk")).dayAndTime(lateInLondon)))
                .isEqualTo("25_ноября, 04:30");
        assertThat(shown(in(Locale.of("ru"), ZoneId.of("Europe/Kaliningrad")).dayAndTime(lateInLondon)))
                .isEqualTo("24_ноября, 23:30");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            2026-11-25T12:30:00Z ; только что       ; just now
            2026-11-25T12:29:01Z ; только что       ; just now
            2026-11-25T12:31:00Z ; только что       ; just now
            2026-11-25T12:29:00Z ; 1_минуту назад   ; 1_minute ago
            2026-11-25T12:28:00Z ; 2_минуты назад   ; 2_minutes ago
            2026-11-25T12:25:00Z ; 5_минут назад    ; 5_minutes ago
            2026-11-25T12:19:00Z ; 11_минут назад   ; 11_minutes ago
            2026-11-25T12:09:00Z ; 21_минуту назад  ; 21_minutes ago
            2026-11-25T12:08:00Z ; 22_минуты назад  ; 22_minutes ago
            2026-11-25T11:30:00Z ; 1_час назад      ; 1_hour ago
            2026-11-25T08:30:00Z ; 4_часа назад     ; 4_hours ago
            2026-11-25T06:05:00Z ; сегодня в 09:05  ; today at 09:05
            2026-11-24T06:05:00Z ; вчера в 09:05    ; yesterday at 09:05
            2026-11-23T06:05:00Z ; 23_ноября, 09:05 ; 23_November, 09:05
            2025-11-23T06:05:00Z ; 23_ноября 2025, 09:05 ; 23_November 2025, 09:05
            """)
    void howLongAgoIsSaidAsAPersonWould(Instant moment, String inRussian, String inEnglish) {
        assertThat(shown(russian.ago(moment))).isEqualTo(inRussian);
        assertThat(shown(english.ago(moment))).isEqualTo(inEnglish);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            2026-11-25T12:45:00Z ; 15_минут ; 15_minutes
            2026-11-25T12:43:20Z ; 14_минут ; 14_minutes
            2026-11-25T12:30:01Z ; 1_минута ; 1_minute
            2026-11-25T12:00:00Z ; 0_минут  ; 0_minutes
            2026-11-25T13:30:00Z ; 1_час    ; 1_hour
            """)
    void whatIsLeftIsRoundedUp(Instant end, String inRussian, String inEnglish) {
        assertThat(shown(russian.left(end))).isEqualTo(inRussian);
        assertThat(shown(english.left(end))).isEqualTo(inEnglish);
    }

    @Test
    void aMonthStandsAlone() {
        assertThat(russian.month(YearMonth.of(2026, 11))).isEqualTo("ноябрь");
        assertThat(russian.month(YearMonth.of(2025, 12))).isEqualTo("декабрь 2025");
        assertThat(english.month(YearMonth.of(2025, 12))).isEqualTo("December 2025");
    }
}
