package io.abonent.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The reference of events, {@code docs/events/asyncapi.yaml}, is the catalogue and nothing else. */
class AsyncApiTests {
    private static final Path DOCUMENTS = Contracts.REPOSITORY.resolve("docs/events");
    private static final Path DOCUMENT = DOCUMENTS.resolve("asyncapi.yaml");

    @Test
    void documentIsUpToDate() throws IOException {
        if (Boolean.getBoolean("asyncapi.update")) {
            Files.createDirectories(DOCUMENTS);
            Files.writeString(DOCUMENT, AsyncApiDocument.render());
        }

        assertThat(Files.readString(DOCUMENT))
                .as("outdated: run again with -Dasyncapi.update=true and read the difference")
                .isEqualTo(AsyncApiDocument.render());
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsAMessageOfItsTopic(EventType type) throws IOException {
        JsonNode document = new YAMLMapper().readTree(Files.readString(DOCUMENT));
        String name = type.record().getSimpleName();

        JsonNode channel = document.path("channels").path(type.topic().name());
        JsonNode message = document.path("components").path("messages").path(name);
        assertThat(channel.path("address").asString()).isEqualTo(type.topic().topicName());
        assertThat(channel.path("messages").path(name).path("$ref").asString())
                .isEqualTo("#/components/messages/" + name);
        assertThat(message.path("name").asString()).isEqualTo(type.wireName());
        assertThat(DOCUMENTS.resolve(
                        message.path("payload").path("schema").path("$ref").asString()))
                .exists();
    }
}
