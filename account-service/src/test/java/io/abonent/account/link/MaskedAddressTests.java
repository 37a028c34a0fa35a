package io.abonent.account.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "г Тестовск, ул Ленина, д. 12, кв. 7|г Т***, ул Л***, д. 1**",
                "г. Ижевск, ул. 9 Января, д. 7|г. И***, ул. 9**, д. 7**",
                "Удмуртская Республика, г Ижевск, ул Красной Армии, дом 128а, квартира 5|У***, г И***, ул К***, дом 1**",
                "г Тестовск,ул Ленина,д. 12,корп. 3,оф. 4|г Т***, ул Л***, д. 1**, корп. 3**",
                "Тестовск|Т***",
                ",, г Тестовск ,|г Т***"
            })
    void showsTheKindAndTheFirstCharacter(String address, String masked) {
        assertThat(MaskedAddress.of(address)).isEqualTo(masked);
    }

    @Test
    void hidesTheFlatAndHowLongNamesAre() {
        assertThat(MaskedAddress.of("г Орёл, ул Мира, д. 1, кв. 77"))
                .isEqualTo(MaskedAddress.of("г Оренбург, ул Московская, д. 199, кв. 1"));
    }
}
