package io.abonent.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("F-62: however a login is written, it is one login or none")
class LoginsTests {

    private final Logins logins = new Logins(new LoginProperties(Set.of("RU")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+79991111111",
                "8(999)111-11-11",
                "+7 999 111 11 11",
                "9991111111",
                "8 (999) 111-11-11",
                "+7 (999) 111-11-11",
                "89991111111",
                "79991111111",
                "  +79991111111\t",
                "+7\u00A0999\u00A0111\u00A011\u00A011",
                "+7 999 111\u201311\u201311",
                "+7 999 111\u201211\u201011",
                "\uFF0B\uFF17\uFF19\uFF19\uFF19\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11",
                "\uFF18 999 111 11 11",
                "+7\u200B999\u200D111\uFEFF1111",
                "\u202A+79991111111\u202C",
                "+\u0667\u0669\u0669\u0669\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
                "+7.999.111.11.11",
                "+7/999/1111111",
                "+7\u2212999\u22121111111"
            })
    void readsEveryWayToWriteAPhone(String typed) {
        assertThat(logins.read(typed)).contains(new Login(LoginType.PHONE, "+79991111111", "+79991111111"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "8999",
                "+7999111111",
                "+799911111111",
                "+74951234567",
                "+77011234567",
                "+375291234567",
                "+1 202 555 0123",
                "999111111O",
                "+7 999 111 11 11 доб. 5",
                "+7 999 111-11-11x5",
                "+7 999 111 11 11;ext=5",
                "++79991111111",
                "7+9991111111",
                "00000000000",
                "+",
                "()",
                "\u200B",
                "89991111111 89992222222",
                "tel:+79991111111"
            })
    void refusesWhatIsNoRussianMobile(String typed) {
        assertThat(logins.read(typed)).isEmpty();
    }

    @Test
    void readsOtherCountriesWherePolicyAllowsThem() {
        Logins wider = new Logins(new LoginProperties(Set.of("RU", "BY", "KZ")));

        assertThat(wider.read("+375 29 123-45-67").map(Login::value)).contains("+375291234567");
        assertThat(wider.read("+7 701 123 45 67").map(Login::value)).contains("+77011234567");
        assertThat(wider.read("+375 17 123 45 67")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "masha@example.ru, masha@example.ru",
        "MASHA@Example.RU, masha@example.ru",
        "' masha@example.ru ', masha@example.ru",
        "masha+gaz@example.ru, masha+gaz@example.ru",
        "m.a.s_h-a@sub.example.co, m.a.s_h-a@sub.example.co",
        "masha@пример.рф, masha@xn--e1afmkfd.xn--p1ai",
        "MASHA@ПРИМЕР.РФ, masha@xn--e1afmkfd.xn--p1ai",
        "masha@xn--e1afmkfd.xn--p1ai, masha@xn--e1afmkfd.xn--p1ai",
        "masha@ёлка.рф, masha@xn--80atc1g.xn--p1ai",
        "'masha\u200B@exam\u200Dple.ru', masha@example.ru",
        "'\uFF4D\uFF41\uFF53\uFF48\uFF41\uFF20example.ru', masha@example.ru",
        "masha@example\u3002ru, masha@example.ru",
        "INFO@TITLE.RU, info@title.ru",
        "'\u202Emasha@example.ru', masha@example.ru"
    })
    void readsEveryWayToWriteAMailbox(String typed, String value) {
        assertThat(logins.read(typed).map(Login::value)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "masha@",
                "@example.ru",
                "masha@example",
                "masha@@example.ru",
                "ma@sha@example.ru",
                "masha @example.ru",
                "masha@exam ple.ru",
                ".masha@example.ru",
                "masha.@example.ru",
                "ma..sha@example.ru",
                "\"masha\"@example.ru",
                "m\u0430sha@example.ru",
                "маша@example.ru",
                "\u0130nfo@example.ru",
                "\u0131nfo@example.ru",
                "masha@example..ru",
                "masha@-example.ru",
                "masha@example.ru.",
                "masha@127.0.0.1",
                "masha@[127.0.0.1]",
                "masha@exa_mple.ru",
                "masha@example.r",
                "masha@example.ru\r\nBcc: all@example.ru",
                "masha@example.ru\u0000",
                "<script>@example.ru"
            })
    void refusesWhatIsNoMailbox(String typed) {
        assertThat(logins.read(typed)).isEmpty();
    }

    @Test
    void keepsTheOwnersSpellingOfTheDomainForDisplay() {
        Login login = logins.read("Masha@Пример.рф").orElseThrow();

        assertThat(login.display()).isEqualTo("masha@пример.рф");
        assertThat(login.masked()).isEqualTo("m***@пример.рф");
    }

    @Test
    void neverShowsItselfInClear() {
        assertThat(logins.read("+79991112233").orElseThrow()).hasToString("+7 *** ***-22-33");
        assertThat(logins.read("masha@example.ru").orElseThrow()).hasToString("m***@example.ru");
    }

    @Test
    void refusesLongPartsOfAnAddress() {
        assertThat(logins.read("a".repeat(64) + "@example.ru")).isPresent();
        assertThat(logins.read("a".repeat(65) + "@example.ru")).isEmpty();
        assertThat(logins.read("a@" + "b".repeat(64) + ".ru")).isEmpty();
        assertThat(logins.read("a@" + "b.".repeat(126) + "ru")).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("F-55: no input is expensive")
    @ValueSource(strings = {"a", "@", "a.", "+", "9", "\u200B", "a@b."})
    void answersQuicklyToLongInput(String piece) {
        logins.read("+79991112233");
        String typed = piece.repeat(10_000);

        Assertions.assertTimeout(
                Duration.ofMillis(200), () -> assertThat(logins.read(typed)).isEmpty());
        Assertions.assertTimeout(
                Duration.ofMillis(200),
                () -> assertThat(logins.read(typed.substring(0, 300))).isEmpty());
    }
}
