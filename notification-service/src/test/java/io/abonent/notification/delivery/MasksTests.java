package io.abonent.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTests {

    @ParameterizedTest
    @CsvSource({
        "+79991111111,+7 *** ***-11-11",
        "+37360123456,+3 *** ***-34-56",
        "maria@example.ru,m***@example.ru",
        "a@b.ru,a***@b.ru",
        "112,***"
    })
    void showsAsMuchAsTheOwnerRecognises(String contact, String masked) {
        assertThat(Masks.contact(contact)).isEqualTo(masked);
    }
}
