package io.abonent.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** One list of events, and everything that has to exist for each of them. */
class CatalogueTests {

    @ParameterizedTest
    @EnumSource
    void everyEventHasASchemaNamedAfterIt(EventType type) {
        JsonNode schema = Contracts.schema(type);

        assertThat(schema.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").asString())
                .isEqualTo("urn:abonent:schema:" + type.record().getSimpleName() + ".v" + type.schemaVersion());
        assertThat(schema.get("title").asString()).isEqualTo(type.record().getSimpleName());
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasAnExample(EventType type) {
        assertThat(Contracts.exists(type.exampleResource())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void topicBelongsToTheProducer(EventType type) {
        assertThat(type.topic().topicName()).startsWith(type.producer() + ".");
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasARowInTheReadme(EventType type) throws IOException {
        String row = "| `" + type.record().getSimpleName() + "` | `"
                + type.topic().topicName() + "` | " + type.producer() + " | ";

        assertThat(Files.readAllLines(Path.of("README.md")))
                .filteredOn(line -> line.startsWith(row))
                .hasSize(1);
    }

    @Test
    void everyTopicIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Topic.values()).allSatisfy(topic -> assertThat(readme).contains("`" + topic.topicName() + "`"));
    }

    @Test
    void noRecordIsOutsideTheCatalogue() throws Exception {
        List<Class<?>> inCatalogue = Arrays.stream(EventType.values())
                .<Class<?>>map(EventType::record)
                .toList();

        assertThat(recordsThatAreEvents()).containsExactlyInAnyOrderElementsOf(inCatalogue);
    }

    @Test
    void noSchemaOrExampleIsWithoutAnEvent() throws Exception {
        assertThat(fileNames("schemas"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(type -> type.schemaResource().substring("schemas/".length()))
                        .toList());
        assertThat(fileNames("examples"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(type -> type.exampleResource().substring("examples/".length()))
                        .toList());
    }

    @Test
    void wireNamesLeadBack() {
        assertThat(EventType.values())
                .allSatisfy(type ->
                        assertThat(EventType.ofWireName(type.wireName())).contains(type));
        assertThat(EventType.ofWireName("abonent.account.AccountExploded.v1")).isEmpty();
    }

    private static List<String> fileNames(String folder) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(classpath().resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<Class<?>> recordsThatAreEvents() throws Exception {
        Path root = classpath();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file ->
                            root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", ""))
                    .filter(name -> !name.endsWith("package-info"))
                    .<Class<?>>map(CatalogueTests::load)
                    .filter(type -> Event.class.isAssignableFrom(type) && !type.isInterface())
                    .toList();
        }
    }

    private static Path classpath() throws URISyntaxException {
        URI classes =
                Event.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(classes);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
