package io.abonent.gateway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.payment.TypedAmount.Amount;
import io.abonent.gateway.payment.TypedAmount.Unreadable;
import io.abonent.gateway.payment.TypedAmount.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAmountTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            1 234,56;123456
            1234.5;123450
            1234,5;123450
            1234;123400
             1234 ;123400
            1\u00a0234,56;123456
            1\u2009234,56;123456
            1.234,56;123456
            1,234.56;123456
            1.234.567;123456700
            1,234,567.8;123456780
            1'234.56;123456
            0,01;1
            ,5;-
            5,;500
            100 ₽;10000
            100 руб.;10000
            100руб;10000
            100 рублей;10000
            100 р.;10000
            ₽100;10000
            100 RUB;10000
            １２３,４５;12345
            0001;100
            999999999999;99999999999900
            """)
    void isReadAsPeopleTypeIt(String typed, String minor) {
        if (minor.equals("-")) {
            assertThat(TypedAmount.of(typed)).isEqualTo(new Unreadable(Why.NOT_A_NUMBER));
        } else {
            assertThat(TypedAmount.of(typed)).isEqualTo(new Amount(Long.parseLong(minor)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ''            ; EMPTY
            '   '         ; EMPTY
            ₽             ; EMPTY
            abc           ; NOT_A_NUMBER
            12a           ; NOT_A_NUMBER
            1О0           ; NOT_A_NUMBER
            1,2,3         ; NOT_A_NUMBER
            12.34.56      ; NOT_A_NUMBER
            1e3           ; NOT_A_NUMBER
            1,234         ; TOO_MANY_DECIMALS
            1.2345        ; TOO_MANY_DECIMALS
            0             ; NOT_POSITIVE
            0,00          ; NOT_POSITIVE
            -5            ; NOT_POSITIVE
            −5,00         ; NOT_POSITIVE
            1234567890123 ; TOO_LARGE
            """)
    void whatIsNoAmountIsSaidToBeSo(String typed, Why why) {
        assertThat(TypedAmount.of(typed)).isEqualTo(new Unreadable(why));
    }

    @Test
    void nothingIsEmpty() {
        assertThat(TypedAmount.of(null)).isEqualTo(new Unreadable(Why.EMPTY));
    }

    @Test
    void aLongTextIsRefusedAtOnce() {
        assertThat(TypedAmount.of("1.".repeat(20_000))).isEqualTo(new Unreadable(Why.NOT_A_NUMBER));
    }
}
