package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A mistake in templates that no compiler sees. */
class TemplateTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TAG = Pattern.compile("<[a-z][a-z0-9:]*\\b(?:\"[^\"]*\"|[^<>\"]++)*+>");
    private static final Pattern ELEMENT = Pattern.compile("<([a-z][a-z0-9]*)\\b");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([^\"(]+)");
    private static final Pattern CONDITION = Pattern.compile("\\bth:(if|unless|each)=");
    private static final Pattern REPLACEMENT = Pattern.compile("\\bth:(replace|insert)=");

    /** Thymeleaf replaces first and then never looks at the condition. */
    @Test
    void noConditionStandsBesideAReplacement() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path template : templates()) {
            lost.addAll(conditionsLost(Files.readString(template), template.toString()));
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void aConditionBesideAReplacementIsFound() {
        assertThat(conditionsLost("<p th:if=\"${a > b}\" th:replace=\"~{x :: y}\">", "x"))
                .hasSize(1);
        assertThat(conditionsLost("<th:block th:if=\"${a}\"><p th:replace=\"~{x :: y}\">", "x"))
                .isEmpty();
    }

    /** The selector of a fragment finds elements of that name, too: every field came with the hidden ones of its file. */
    @Test
    void noFragmentIsNamedLikeAnElement() throws IOException {
        for (Path template : templates()) {
            String text = Files.readString(template);
            List<String> elements = ELEMENT.matcher(text)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            assertThat(FRAGMENT.matcher(text).results().map(result -> result.group(1)))
                    .as(template.toString())
                    .doesNotContainAnyElementsOf(elements);
        }
    }

    private static List<String> conditionsLost(String template, String where) {
        return TAG.matcher(template)
                .results()
                .map(result -> result.group())
                .filter(tag -> CONDITION.matcher(tag).find()
                        && REPLACEMENT.matcher(tag).find())
                .map(tag -> where + ": " + tag)
                .toList();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
