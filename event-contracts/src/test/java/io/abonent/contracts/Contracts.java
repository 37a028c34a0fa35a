package io.abonent.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The published resources as the tests of the wire read them, with the mapper settings every service uses. */
final class Contracts {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Where the module is built, one level below the root of the repository. */
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private Contracts() {}

    static JsonNode schema(EventType type) {
        return MAPPER.readTree(resource(type.schemaResource()));
    }

    static JsonNode example(EventType type) {
        return MAPPER.readTree(resource(type.exampleResource()));
    }

    static List<Error> validate(JsonNode schema, JsonNode value) {
        // Formats count: without this 2020-12 treats uuid and date-time as remarks.
        return SCHEMAS.getSchema(schema)
                .validate(
                        value.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** Properties in alphabetical order, no spaces: equal text means equal JSON. */
    static String canonical(String json) {
        return CANONICAL.writeValueAsString(CANONICAL.readValue(json, Object.class));
    }

    static boolean exists(String name) {
        return Contracts.class.getClassLoader().getResource(name) != null;
    }

    static String resource(String name) {
        try (InputStream stream = Contracts.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
