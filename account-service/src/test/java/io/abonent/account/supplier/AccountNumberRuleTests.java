package io.abonent.account.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.account.supplier.AccountNumberRule.Result;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Account numbers, the vectors of the instruction supplier and of others")
class AccountNumberRuleTests {

    private static final AccountNumberRule INSTRUCTION = SupplierFixture.instructionRule();
    private static final AccountNumberRule ZEROS_KEPT =
            SupplierFixture.rule(false, "/", "^\\d{9}$", "NNNNNNNNN", "000123456");
    private static final AccountNumberRule TWELVE_DIGITS =
            SupplierFixture.rule(true, "", "^[1-9]\\d{11}$", "NNNNNNNNNNNN", "370012345678");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "023-185952",
                "23185952",
                " 023 – 185952 ",
                "\u00a0023\u00a0–\u00a0185952\u00a0",
                "０２３-185952",
                "0023185952",
                "023—185952",
                "023−185952",
                "023‑185952",
                "023\u00ad185952",
                "\u200b023\u200d185952\ufeff",
                "\t023\u2009185952\n",
                "0 2 3 1 8 5 9 5 2"
            })
    void readsWhateverABillOrAClipboardBringsAlong(String typed) {
        assertThat(INSTRUCTION.normalise(typed)).isEqualTo(new Result.Canonical("23185952"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"О23-185952", "023-18595a", "023-1859S2", "Ꭷ23185952", "O23185952", "№23185952"})
    void refusesLettersInsteadOfGuessingTheDigit(String typed) {
        assertThat(INSTRUCTION.normalise(typed)).isInstanceOf(Result.Refused.class);
    }

    @Test
    void tellsLettersFromOtherMistakes() {
        assertThat(INSTRUCTION.normalise("О23-185952")).isEqualTo(new Result.Refused(true));
        assertThat(INSTRUCTION.normalise("000-000000")).isEqualTo(new Result.Refused(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000-000000",
                "",
                " ",
                "-",
                "023/185952",
                "023.185952",
                "12345",
                "1234567890",
                "٢٣١٨٥٩٥٢",
                "+23185952",
                "23185952;drop",
                "23185952\u0000"
            })
    void refusesWhatIsNoNumberOfThisSupplier(String typed) {
        assertThat(INSTRUCTION.normalise(typed)).isInstanceOf(Result.Refused.class);
    }

    @Test
    void leavesOutTheSeparatorsOfTheSupplier() {
        AccountNumberRule slashes = SupplierFixture.rule(true, "/", "^[1-9]\\d{5,8}$", "NNN/NNNNNN", "023/185952");

        assertThat(slashes.normalise("023/185952")).isEqualTo(new Result.Canonical("23185952"));
        assertThat(INSTRUCTION.normalise("023/185952")).isInstanceOf(Result.Refused.class);
    }

    @Test
    void keepsZerosWhereTheSupplierDoes() {
        assertThat(ZEROS_KEPT.normalise("000123456")).isEqualTo(new Result.Canonical("000123456"));
        assertThat(ZEROS_KEPT.normalise("123456")).isInstanceOf(Result.Refused.class);
    }

    @Test
    void readsTwelveDigits() {
        assertThat(TWELVE_DIGITS.normalise("37 0012 345 678")).isEqualTo(new Result.Canonical("370012345678"));
        assertThat(TWELVE_DIGITS.normalise("37001234567")).isInstanceOf(Result.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"23185952, 023-185952", "123456789, 123-456789", "123456, 000-123456", "1234567890, 1234567890"})
    void showsTheNumberAsTheBillPrintsIt(String canonical, String shown) {
        assertThat(INSTRUCTION.display(canonical)).isEqualTo(shown);
    }

    @Test
    void whatIsShownIsReadBackAsTheSameNumber() {
        for (int number = 100_000; number < 999_999_999; number += 1_234_567) {
            String canonical = Integer.toString(number);
            assertThat(INSTRUCTION.normalise(INSTRUCTION.display(canonical)))
                    .isEqualTo(new Result.Canonical(canonical));
        }
    }

    @Test
    @DisplayName("F-55: long input is refused before any mask sees it")
    void refusesLongInputWithoutLookingAtIt() {
        AccountNumberRule slow = SupplierFixture.rule(false, "", "^(\\d+)+$", "N", "1");

        Assertions.assertTimeoutPreemptively(
                Duration.ofMillis(500),
                () -> assertThat(slow.normalise("1".repeat(10_000) + "a")).isInstanceOf(Result.Refused.class));
    }

    @Test
    void exampleHasToFitTheRuleItself() {
        assertThat(INSTRUCTION.isExampleFitting()).isTrue();
        assertThat(SupplierFixture.rule(true, "", "^\\d{3}$", "NNN", "1234").isExampleFitting())
                .isFalse();
        assertThat(SupplierFixture.rule(true, "", "([", "NNN", "1234").isExampleFitting())
                .isFalse();
    }
}
