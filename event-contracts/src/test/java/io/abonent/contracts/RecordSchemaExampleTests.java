package io.abonent.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The three forms of an event, record, schema and example, say the same. */
class RecordSchemaExampleTests {

    @ParameterizedTest
    @EnumSource
    void exampleIsWhatTheRecordWrites(EventType type) {
        String example = Contracts.resource(type.exampleResource());
        Event event = Contracts.MAPPER.readValue(example, type.record());

        assertThat(Contracts.canonical(Contracts.MAPPER.writeValueAsString(event)))
                .isEqualTo(Contracts.canonical(example));
    }

    @ParameterizedTest
    @EnumSource
    void exampleIsValid(EventType type) {
        assertThat(Contracts.validate(Contracts.schema(type), Contracts.example(type)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void exampleShowsEveryProperty(EventType type) {
        assertThat(Contracts.example(type).propertyNames())
                .containsExactlyElementsOf(
                        Contracts.schema(type).get("properties").propertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void exampleWithoutARequiredPropertyIsRefused(EventType type) {
        JsonNode schema = Contracts.schema(type);
        for (JsonNode required : schema.get("required")) {
            ObjectNode broken = (ObjectNode) Contracts.example(type);
            broken.remove(required.asString());

            assertThat(Contracts.validate(schema, broken))
                    .as("without %s", required)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void propertyOfAnotherTypeIsRefused(EventType type) {
        JsonNode schema = Contracts.schema(type);
        for (String name : schema.get("properties").propertyNames()) {
            ObjectNode broken = (ObjectNode) Contracts.example(type);
            broken.putObject(name).put("not", "this");

            assertThat(Contracts.validate(schema, broken))
                    .as("%s as an object", name)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void consumersTolerateAnUnknownProperty(EventType type) {
        ObjectNode newer = (ObjectNode) Contracts.example(type);
        newer.put("addedLater", true);

        assertThat(Contracts.validate(Contracts.schema(type), newer)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void schemaDescribesTheRecord(EventType type) {
        assertThat(differences(type.record().getSimpleName(), type.record(), Contracts.schema(type)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everythingInTheSchemaIsDescribed(EventType type) {
        assertThat(undescribed(type.record().getSimpleName(), Contracts.schema(type)))
                .isEmpty();
    }

    @Test
    void missingDescriptionIsFound() {
        JsonNode schema = Contracts.MAPPER.readTree("""
                {"description": "all", "properties": {"list": {"description": "a list", "items": {}}}}""");

        assertThat(undescribed("Sample", schema)).containsExactly("Sample.list[]");
    }

    private static List<String> undescribed(String path, JsonNode schema) {
        var found = new ArrayList<String>();
        if (schema.path("description").asString("").isBlank()) {
            found.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(property -> found.addAll(undescribed(path + "." + property.getKey(), property.getValue())));
        if (schema.path("items").path("type").asString("object").equals("object") && schema.has("items")) {
            found.addAll(undescribed(path + "[]", schema.get("items")));
        }
        return found;
    }

    record Sample(UUID id, @Nullable String note) {}

    @Test
    void differencesAreFound() {
        JsonNode schema = Contracts.MAPPER.readTree("""
                {"type": "object", "required": ["id", "note"], "properties": {
                  "id": {"type": "string"}, "note": {"type": "string"}, "more": {"type": "string"}}}""");

        assertThat(differences("Sample", Sample.class, schema))
                .hasSize(3)
                .anyMatch(found -> found.contains("more"))
                .anyMatch(found -> found.startsWith("Sample required"))
                .anyMatch(found -> found.startsWith("Sample.id is"));
    }

    private static List<String> differences(String path, Class<?> record, JsonNode schema) {
        var found = new ArrayList<String>();
        RecordComponent[] components = record.getRecordComponents();
        Set<String> names = names(components, true);
        Set<String> properties = new LinkedHashSet<>(schema.get("properties").propertyNames());
        if (!names.equals(properties)) {
            found.add(path + " has " + names + " in the record, " + properties + " in the schema");
        }
        Set<String> required = new LinkedHashSet<>();
        schema.get("required").forEach(name -> required.add(name.asString()));
        if (!names(components, false).equals(required)) {
            found.add(
                    path + " required " + names(components, false) + " in the record, " + required + " in the schema");
        }
        for (RecordComponent component : components) {
            JsonNode property = schema.get("properties").path(component.getName());
            found.addAll(typeDifferences(path + "." + component.getName(), component.getGenericType(), property));
        }
        return found;
    }

    private static Set<String> names(RecordComponent[] components, boolean optionalToo) {
        return Arrays.stream(components)
                .filter(component ->
                        optionalToo || !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> typeDifferences(String path, Type javaType, JsonNode property) {
        if (javaType instanceof ParameterizedType list && list.getRawType() == List.class) {
            return property.path("type").asString("").equals("array")
                    ? typeDifferences(path + "[]", list.getActualTypeArguments()[0], property.path("items"))
                    : List.of(path + " is not an array");
        }
        Class<?> type = (Class<?>) javaType;
        if (type.isRecord()) {
            return differences(path, type, property);
        }
        if (type.isEnum()) {
            Set<String> constants =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.toSet());
            Set<String> listed = new LinkedHashSet<>();
            property.path("enum").forEach(value -> listed.add(value.asString()));
            return constants.equals(listed) ? List.of() : List.of(path + " lists " + listed + ", not " + constants);
        }
        String expected = jsonType(type);
        String described = property.path("type").asString("")
                + (expected.contains("/") ? "/" + property.path("format").asString("") : "");
        return expected.equals(described) ? List.of() : List.of(path + " is " + described + ", not " + expected);
    }

    private static String jsonType(Class<?> type) {
        if (type == UUID.class) {
            return "string/uuid";
        } else if (type == Instant.class) {
            return "string/date-time";
        } else if (type == String.class) {
            return "string";
        } else if (type == int.class || type == long.class) {
            return "integer";
        } else if (type == boolean.class) {
            return "boolean";
        }
        throw new AssertionError(type + " has no form on the wire yet");
    }
}
