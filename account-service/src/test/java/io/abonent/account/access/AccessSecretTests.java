package io.abonent.account.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.account.supplier.AccessMethod;
import io.abonent.account.supplier.AccessMethodRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessSecretTests {

    private static final AccessMethodRule PIN = new AccessMethodRule(AccessMethod.PIN, "\\d{4,8}", false);
    private static final AccessMethodRule SERIAL =
            new AccessMethodRule(AccessMethod.METER_SERIAL, "[0-9A-Z]{3,20}", false);
    private static final AccessMethodRule SERIAL_WITHOUT_ZEROS =
            new AccessMethodRule(AccessMethod.METER_SERIAL, "[0-9A-Z]{3,20}", true);

    @ParameterizedTest
    @CsvSource({
        "00417733, 00417733",
        "' 0041 7733 ', 00417733",
        "0041-7733, 00417733",
        "g30000001, G30000001",
        "АВЕКМНОРСТУХ1, ABEKMHOPCTYX1",
        "авекмнорстух1, ABEKMHOPCTYX1",
        "０0417733, 00417733"
    })
    void readsASerialAsThePlateShowsIt(String typed, String serial) {
        assertThat(AccessSecret.normalised(typed, SERIAL)).contains(serial);
    }

    @ParameterizedTest
    @CsvSource({"00417733, 417733", "417733, 417733", "0000, ''"})
    void leavesZerosOutOnlyWhereTheSupplierDoes(String typed, String serial) {
        assertThat(AccessSecret.normalised(typed, SERIAL_WITHOUT_ZEROS))
                .isEqualTo(serial.isEmpty() ? Optional.empty() : Optional.of(serial));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "123456789", "12a4", "О821", "", "٤٨٢١"})
    void whatCannotBeAPinIsNone(String typed) {
        assertThat(AccessSecret.normalised(typed, PIN)).isEmpty();
    }

    @Test
    void keepsTheZerosOfAPin() {
        assertThat(AccessSecret.normalised("0 0 1 2", PIN)).contains("0012");
    }
}
