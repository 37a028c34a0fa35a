package io.abonent.bench.container;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads a part of a manifest and refuses what it does not understand: what is passed over silently was not shown. */
record Fields(String where, JsonNode json) {

    static Fields of(String where, JsonNode json, String... known) {
        Set<String> unknown = json.propertyStream()
                .map(property -> property.getKey())
                .filter(name -> !List.of(known).contains(name))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(where + ": plain containers do not know what to do with " + unknown);
        }
        return new Fields(where, json);
    }

    Fields child(String name, String... known) {
        return of(where + "." + name, json.path(name), known);
    }

    List<Fields> children(String name, String... known) {
        return json.path(name)
                .valueStream()
                .map(child -> of(where + "." + name, child, known))
                .toList();
    }

    boolean has(String name) {
        return json.has(name);
    }

    /** @throws IllegalArgumentException if it is not there */
    String text(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isContainer()) {
            throw new IllegalArgumentException(where + " has no " + name);
        }
        return value.asString();
    }

    int number(String name, int otherwise) {
        return json.path(name).asInt(otherwise);
    }

    boolean truth(String name) {
        return json.path(name).asBoolean(false);
    }

    List<String> texts(String name) {
        return json.path(name).valueStream().map(JsonNode::asString).toList();
    }
}
