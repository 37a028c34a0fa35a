package io.abonent.consent.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

    @Test
    void membersAreSortedAndNothingIsSpaced() {
        assertThat(json(Map.of("b", "x", "a", 1, "B", 2L))).isEqualTo("{\"B\":2,\"a\":1,\"b\":\"x\"}");
    }

    @Test
    void escapesAreTheShortestOnes() {
        // RFC 8785, 3.2.2.2, its own example of a string.
        assertThat(json(Map.of("s", "\u20ac$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(json(Map.of("s", "\b\t\f\r\u001f\u007f"))).isEqualTo("{\"s\":\"\\b\\t\\f\\r\\u001f\u007f\"}");
    }

    @Test
    void textStaysUtf8() {
        assertThat(json(Map.of("s", "Согласие 🙂"))).isEqualTo("{\"s\":\"Согласие 🙂\"}");
    }

    @Test
    void fractionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> json(Map.of("s", 1.5)));
    }

    private static String json(Map<String, Object> members) {
        return new String(CanonicalJson.bytes(new TreeMap<>(members)), StandardCharsets.UTF_8);
    }
}
