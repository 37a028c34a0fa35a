package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumbersTests {

    private static final Locale RU = Locale.of("ru");

    /** In the tables a "_" stands for the space that does not break. */
    private static String shown(String written) {
        return written.replace('\u00a0', '_');
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            123456    ; RUB ; 1_234,56_₽      ; ₽1,234.56
            0         ; RUB ; 0,00_₽          ; ₽0.00
            5         ; RUB ; 0,05_₽          ; ₽0.05
            100       ; RUB ; 1,00_₽          ; ₽1.00
            99999999  ; RUB ; 999_999,99_₽    ; ₽999,999.99
            100000000 ; RUB ; 1_000_000,00_₽  ; ₽1,000,000.00
            -123456   ; RUB ; −1_234,56_₽     ; −₽1,234.56
            123456    ; BYN ; 1_234,56_BYN    ; BYN_1,234.56
            1234      ; JPY ; 1_234_JPY       ; JPY_1,234
            """)
    void moneyIsWrittenAsPeopleReadIt(long minor, String currency, String russian, String english) {
        assertThat(shown(WrittenNumbers.money(minor, currency, RU))).isEqualTo(russian);
        assertThat(shown(WrittenNumbers.money(minor, currency, Locale.ENGLISH))).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            123456 ; 1234,56 ; 1234.56
            100    ; 1,00    ; 1.00
            7      ; 0,07    ; 0.07
            """)
    void anAmountInAFieldHasNoGroups(long minor, String russian, String english) {
        assertThat(WrittenNumbers.typed(minor, "RUB", RU)).isEqualTo(russian);
        assertThat(WrittenNumbers.typed(minor, "RUB", Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1176      ; m3   ; 1_176_м³     ; 1,176_m³
            0         ; m3   ; 0_м³         ; 0_m³
            12.5      ; m3   ; 12,5_м³      ; 12.5_m³
            1176.000  ; m3   ; 1_176_м³     ; 1,176_m³
            0.125     ; Gcal ; 0,125_Гкал   ; 0.125_Gcal
            345       ; kW.h ; 345_кВт·ч    ; 345_kWh
            3         ; bar  ; 3_bar        ; 3_bar
            """)
    void aVolumeHasItsUnit(BigDecimal value, String unit, String russian, String english) {
        assertThat(shown(WrittenNumbers.volume(value, unit, RU))).isEqualTo(russian);
        assertThat(shown(WrittenNumbers.volume(value, unit, Locale.ENGLISH))).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            +79123456789  ; +7_912_345-67-89
            +7912***6789  ; +7_912_***-67-89
            +375291234567 ; +375291234567
            a@example.com ; a@example.com
            """)
    void aNumberIsGroupedAsItIsSaid(String number, String written) {
        assertThat(shown(WrittenNumbers.phone(number))).isEqualTo(written);
    }
}
