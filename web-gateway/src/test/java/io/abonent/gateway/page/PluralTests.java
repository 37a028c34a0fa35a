package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTests {

    @ParameterizedTest
    @CsvSource({
        "0, счетов, accounts",
        "1, счёт, account",
        "2, счёта, accounts",
        "4, счёта, accounts",
        "5, счетов, accounts",
        "11, счетов, accounts",
        "12, счетов, accounts",
        "14, счетов, accounts",
        "20, счетов, accounts",
        "21, счёт, accounts",
        "22, счёта, accounts",
        "101, счёт, accounts",
        "111, счетов, accounts",
        "112, счетов, accounts",
        "1003, счёта, accounts"
    })
    void theFormGoesWithTheNumber(long count, String russian, String english) {
        assertThat(Plural.of(count, "счёт|счёта|счетов", Locale.of("ru"))).isEqualTo(russian);
        assertThat(Plural.of(count, "account|accounts", Locale.ENGLISH)).isEqualTo(english);
    }
}
