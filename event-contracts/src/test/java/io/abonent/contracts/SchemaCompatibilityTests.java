package io.abonent.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("F-29: released schemas stay, change is additive")
class SchemaCompatibilityTests {
    private static final Path RELEASED = Path.of("src/test/resources/released");

    private static final String BEFORE = """
            {"type": "object", "required": ["id", "kind"], "properties": {
              "id": {"type": "string", "format": "uuid"}, "note": {"type": "string"},
              "kind": {"type": "string", "enum": ["A", "B"]},
              "lines": {"type": "array", "items": {"type": "object", "required": ["sum"],
                "properties": {"sum": {"type": "integer"}}}}}}""";

    static List<String> released() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void somethingIsReleased() throws IOException {
        assertThat(released()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("released")
    void currentSchemaOnlyAddsToTheReleasedOne(String name) throws IOException {
        JsonNode before = Contracts.MAPPER.readTree(Files.readString(RELEASED.resolve(name)));
        JsonNode now = Contracts.MAPPER.readTree(Contracts.resource("schemas/" + name));

        assertThat(SchemaCompatibility.breaks(before, now)).isEmpty();
    }

    @Test
    void releasedSchemasAreKeptByteForByte() throws Exception {
        StringBuilder sums = new StringBuilder();
        for (String name : released()) {
            sums.append(sha256(Files.readAllBytes(RELEASED.resolve(name))))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }

        assertThat(sums.toString()).isEqualTo(Files.readString(RELEASED.resolve("SHA256SUMS"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            , "note": {"type": "string"}        |                                         | /note: removed
            "required": ["id", "kind"]          | "required": ["id", "kind", "note"]      | /note: newly required
            "required": ["id", "kind"]          | "required": ["id"]                      | /kind: no longer required
            "format": "uuid"                    | "format": "date-time"                   | /id: format changed
            "note": {"type": "string"}          | "note": {"type": "integer"}             | /note: type changed
            ["A", "B"]                          | ["A"]                                   | /kind: value B removed
            "sum": {"type": "integer"}          | "sum": {"type": "number"}               | /lines[]/sum: type changed
            "note": {"type": "string"}          | "note": {"type": "string", "enum": ["X"]} | /note: closed to a list of values
            "note": {"type": "string"}          | "note": {"type": "string", "maxLength": 9} | /note: maxLength changed
            "required": ["id"                   | "additionalProperties": false, "required": ["id" | : closed to unknown properties
            """)
    void breakingChangeIsFound(String before, String after, String expected) {
        String changed = BEFORE.replace(before, after == null ? "" : after);

        assertThat(changed).isNotEqualTo(BEFORE);
        assertThat(breaks(changed)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "note": {"type": "string"}  | "note": {"type": "string"}, "more": {"type": "string"}
            ["A", "B"]                  | ["A", "B", "C"]
            "note": {"type": "string"}  | "note": {"type": "string", "description": "now described"}
            """)
    void additiveChangePasses(String before, String after) {
        assertThat(breaks(BEFORE.replace(before, after))).isEmpty();
    }

    private static List<String> breaks(String changed) {
        return SchemaCompatibility.breaks(Contracts.MAPPER.readTree(BEFORE), Contracts.MAPPER.readTree(changed));
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
