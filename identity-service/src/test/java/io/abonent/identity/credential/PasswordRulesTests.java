package io.abonent.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.identity.credential.PasswordRefused.AgainstPolicy;
import io.abonent.identity.credential.PasswordRefused.NonLatin;
import io.abonent.identity.credential.PasswordRefused.TooCommon;
import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class PasswordRulesTests {

    private static final Login PHONE = new Login(LoginType.PHONE, "+79993334455", "+79993334455");
    private static final Login MAIL = new Login(LoginType.EMAIL, "veremeeva@example.ru", "veremeeva@example.ru");

    private final PasswordRules instruction =
            new PasswordRules(PasswordFixture.properties(PasswordProfile.INSTRUCTION), new CommonPasswords());
    private final PasswordRules strict =
            new PasswordRules(PasswordFixture.properties(PasswordProfile.STRICT), new CommonPasswords());

    @ParameterizedTest
    @ValueSource(strings = {"Zima2027", "hjwpq", "83052", "ABzyx9", "k7Q2m9X4v1", "GazTest52", "7203918456"})
    @DisplayName("S3: any combination of Latin letters and digits, five to ten")
    void allowsWhatTheInstructionAllows(String password) {
        assertThat(instruction.refuses(password, PHONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1b2",
                "k7Q2m9X4v1z",
                "zima 27",
                " zima27",
                "zima27 ",
                "zima_27",
                "zima27!",
                "",
                "\uFF5A\uFF49ma27"
            })
    void refusesOtherLengthsAndCharacters(String password) {
        assertThat(instruction.refuses(password, PHONE))
                .containsInstanceOf(password.startsWith("\uFF5A") ? NonLatin.class : AgainstPolicy.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zim\u04302027", "пароль27", "\u0421ABxyz9", "zimà27", "ζίμα27"})
    @DisplayName("a Cyrillic letter that looks Latin has an answer of its own")
    void tellsForeignLettersApart(String password) {
        assertThat(instruction.refuses(password, PHONE)).containsInstanceOf(NonLatin.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "Password1", "PASSWORD", "qwerty", "qwerty123", "123456", "54321", "111111", "121212",
                "abcabc", "gfhjkm", "parol2024", "natasha", "Natasha1", "1qaz2wsx", "qazwsx", "zxcvbn", "gazprom",
                "abonent1", "asdfgh", "abcdef", "987654321", "aaaaa", "1q2w3e4r"
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThat(instruction.refuses(password, MAIL)).containsInstanceOf(TooCommon.class);
    }

    @Test
    @DisplayName("N4: at least 46,000 leaked passwords that the instruction would allow")
    void refusesTheLeakedOnes() throws IOException {
        List<String> leaked;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("dictionaries/passwords.txt").getInputStream(), StandardCharsets.UTF_8))) {
            leaked = lines.lines().filter(PasswordProfile.INSTRUCTION::matches).toList();
        }
        assertThat(leaked).hasSizeGreaterThan(46_000);
        assertThat(leaked)
                .filteredOn(password -> instruction.refuses(password, PHONE).isEmpty())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9993334455", "3334455", "34455", "93334455"})
    void refusesTheEndOfTheOwnPhone(String password) {
        assertThat(instruction.refuses(password, PHONE)).containsInstanceOf(TooCommon.class);
        assertThat(instruction.refuses(password, MAIL)).isEmpty();
    }

    @Test
    void refusesTheOwnMailboxName() {
        assertThat(instruction.refuses("veremeeva", MAIL)).containsInstanceOf(TooCommon.class);
        assertThat(instruction.refuses("Veremeeva7", MAIL)).containsInstanceOf(TooCommon.class);
        assertThat(instruction.refuses("veremeeva", PHONE)).isEmpty();
    }

    @Test
    @DisplayName("N1, N2: the strict profile takes long phrases of any script and no short ones")
    void asksForLengthInTheStrictProfile() {
        assertThat(strict.refuses("снег идёт третий день", PHONE)).isEmpty();
        assertThat(strict.refuses("correct horse battery", PHONE)).isEmpty();
        assertThat(strict.refuses("Zima2027", PHONE)).contains(new AgainstPolicy(PasswordProfile.STRICT));
        assertThat(strict.refuses("x1".repeat(33), PHONE)).contains(new AgainstPolicy(PasswordProfile.STRICT));
        assertThat(strict.refuses("снег идёт\u0000третий день", PHONE)).isPresent();
    }
}
