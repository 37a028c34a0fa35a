package io.abonent.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 | Chrome Windows",
                "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 YaBrowser/25.1 Safari/537.36 | Yandex Browser Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1 | Safari iOS",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox Linux",
                "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile | Chrome Android"
            })
    void namesWhatPeopleRecognise(String userAgent, String label) {
        assertThat(Device.of(userAgent).label()).isEqualTo(label);
    }
}
