package io.abonent.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomTextTests {

    @Test
    void makesSixDigitsAlways() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String code = RandomText.sixDigits();
            assertThat(code).matches("\\d{6}");
            codes.add(code);
        }
        assertThat(codes).hasSizeGreaterThan(9_900).anyMatch(code -> code.startsWith("0"));
    }

    @Test
    void makesTokensOf256Bits() {
        assertThat(RandomText.token()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(RandomText.token());
    }
}
