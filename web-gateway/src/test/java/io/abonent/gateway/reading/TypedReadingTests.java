package io.abonent.gateway.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedReadingTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1180        ; 1180
            1 180       ; 1180
            1\u00a0180  ; 1180
            01180       ; 1180
            00000       ; 0
            1180,5      ; 1180.5
            1180.125    ; 1180.125
            1180,       ; 1180
            １１８０     ; 1180
            """)
    void isReadAsPeopleTypeIt(String typed, BigDecimal value) {
        assertThat(TypedReading.of(typed))
                .isInstanceOfSatisfying(
                        TypedReading.Value.class,
                        read -> assertThat(read.value()).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e5", "1180 м3", "12.3.4", "1234567890123", "О1180", "1180.1234567890"})
    void whatIsNoReadingIsSaidToBeSo(String typed) {
        assertThat(TypedReading.of(typed)).isEqualTo(new TypedReading.Unreadable());
    }

    @Test
    void nothingTypedIsNothing() {
        assertThat(TypedReading.of(null)).isEqualTo(new TypedReading.Nothing());
        assertThat(TypedReading.of("  ")).isEqualTo(new TypedReading.Nothing());
    }
}
