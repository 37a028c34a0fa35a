package io.abonent.contracts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Additive change only, because both sides meet each other's age: an old consumer reads new events, and a new consumer
 * reads old events that a compacted topic still holds. New optional properties and new enum values pass (consumers ignore
 * the one and park the other).
 */
final class SchemaCompatibility {
    /** Keywords that say what a value looks like: they stay as released. */
    private static final List<String> SHAPE = List.of("type", "format", "pattern", "const", "$ref");

    private static final List<String> BOUNDS =
            List.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

    private SchemaCompatibility() {}

    static List<String> breaks(JsonNode released, JsonNode current) {
        return breaks("", released, current);
    }

    private static List<String> breaks(String path, JsonNode released, JsonNode current) {
        var found = new ArrayList<String>();
        for (String keyword : SHAPE) {
            if (!released.path(keyword).equals(current.path(keyword))) {
                found.add(path + ": " + keyword + " changed");
            }
        }
        for (String keyword : BOUNDS) {
            if (!released.path(keyword).equals(current.path(keyword))) {
                found.add(path + ": " + keyword + " changed");
            }
        }
        difference(values(released, "enum"), values(current, "enum"))
                .forEach(value -> found.add(path + ": value " + value + " removed"));
        if (current.has("enum") && !released.has("enum")) {
            found.add(path + ": closed to a list of values");
        }
        difference(values(released, "required"), values(current, "required"))
                .forEach(name -> found.add(path + "/" + name + ": no longer required"));
        difference(values(current, "required"), values(released, "required"))
                .forEach(name -> found.add(path + "/" + name + ": newly required"));
        if (!current.path("additionalProperties").asBoolean(true)) {
            found.add(path + ": closed to unknown properties");
        }
        for (String name : released.path("properties").propertyNames()) {
            JsonNode now = current.path("properties").path(name);
            if (now.isMissingNode()) {
                found.add(path + "/" + name + ": removed");
            } else {
                found.addAll(
                        breaks(path + "/" + name, released.get("properties").get(name), now));
            }
        }
        if (released.has("items")) {
            found.addAll(breaks(path + "[]", released.get("items"), current.path("items")));
        }
        return found;
    }

    private static Set<String> values(JsonNode schema, String keyword) {
        Set<String> values = new LinkedHashSet<>();
        schema.path(keyword).forEach(value -> values.add(value.asString()));
        return values;
    }

    private static Set<String> difference(Set<String> from, Set<String> what) {
        Set<String> rest = new LinkedHashSet<>(from);
        rest.removeAll(what);
        return rest;
    }
}
