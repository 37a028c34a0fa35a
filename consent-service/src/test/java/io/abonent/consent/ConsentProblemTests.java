package io.abonent.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentProblemTests {
    private static final Properties ENGLISH = texts("/problems.properties");
    private static final Properties RUSSIAN = texts("/problems_ru.properties");

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsExplainedInBothLanguages(ConsentProblem problem) {
        for (String key : new String[] {problem.name() + ".title", problem.name() + ".detail"}) {
            assertThat(ENGLISH.getProperty(key)).as(key).isNotBlank();
            assertThat(RUSSIAN.getProperty(key)).as(key).isNotBlank().matches("(?s).*[а-яё].*");
        }
    }

    @Test
    void noTextIsLeftOver() {
        String[] keys = Stream.of(ConsentProblem.values())
                .flatMap(problem -> Stream.of(problem.name() + ".title", problem.name() + ".detail"))
                .toArray(String[]::new);

        assertThat(ENGLISH.stringPropertyNames()).containsExactlyInAnyOrder(keys);
        assertThat(RUSSIAN.stringPropertyNames()).containsExactlyInAnyOrder(keys);
    }

    private static Properties texts(String resource) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ConsentProblemTests.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return texts;
    }
}
