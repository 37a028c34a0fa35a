package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)[(}]");

    /** Codes that reach a page without a text of a service, of domain.md §5.2 and the results of readings. */
    private static final List<String> BARE_CODES = List.of(
            "READING_BELOW_PREVIOUS",
            "READING_TOO_HIGH",
            "READING_CONFIRMATION_REQUIRED",
            "READING_PRECISION",
            "READING_WINDOW_CLOSED",
            "READING_DATE_INVALID",
            "READING_CONFLICT",
            "METER_REMOVED",
            "METER_NOT_READABLE",
            "REGISTER_MISSING",
            "ZERO_NOT_ALLOWED",
            "CALIBRATION_EXPIRED",
            "RATE_LIMITED",
            "UNKNOWN");

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        for (Path russian : files(MESSAGES, ".properties")) {
            String name = russian.getFileName().toString();
            if (!name.endsWith("_en.properties")) {
                Path english = MESSAGES.resolve(name.replace(".properties", "_en.properties"));
                assertThat(keys(english)).as(name).isEqualTo(keys(russian));
            }
        }
    }

    @Test
    void noTextIsEmpty() throws IOException {
        for (Path file : files(MESSAGES, ".properties")) {
            load(file)
                    .forEach((key, text) ->
                            assertThat((String) text).as(file + " " + key).isNotBlank());
        }
    }

    @Test
    void everyKeyOfATemplateHasAText() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files(MESSAGES, ".properties")) {
            known.addAll(keys(file));
        }
        for (Path template : files(TEMPLATES, ".html")) {
            Matcher key = KEY.matcher(Files.readString(template));
            while (key.find()) {
                assertThat(known).as(template.toString()).contains(key.group(1));
            }
        }
    }

    @Test
    void everyRefusalHasATitleAndSaysWhatToDo() throws IOException {
        Set<String> keys = keys(MESSAGES.resolve("refusal.properties"));
        for (String code : BARE_CODES) {
            assertThat(keys).contains("refusal." + code + ".title", "refusal." + code + ".text");
        }
        assertThat(keys)
                .filteredOn(key -> key.endsWith(".title"))
                .allSatisfy(title -> assertThat(keys).contains(title.replace(".title", ".text")));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        return new TreeSet<>(load(file).stringPropertyNames());
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
