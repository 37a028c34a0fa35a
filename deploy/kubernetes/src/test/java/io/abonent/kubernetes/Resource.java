package io.abonent.kubernetes;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One rendered object. */
record Resource(JsonNode json) {

    static Stream<Resource> ofKind(List<Resource> all, String kind) {
        return all.stream().filter(resource -> resource.kind().equals(kind));
    }

    static Resource named(List<Resource> all, String kind, String name) {
        return ofKind(all, kind)
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    String apiVersion() {
        return json.path("apiVersion").asString("");
    }

    String kind() {
        return json.path("kind").asString("");
    }

    String name() {
        return json.at("/metadata/name").asString("");
    }

    String label(String name) {
        return json.path("metadata").path("labels").path(name).asString("");
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    boolean matches(JsonNode selector) {
        JsonNode labels = podLabels();
        return selector.propertyStream()
                .allMatch(wanted -> labels.path(wanted.getKey())
                        .asString("")
                        .equals(wanted.getValue().asString("?")));
    }

    JsonNode podLabels() {
        return json.at("/spec/template/metadata/labels");
    }

    JsonNode podSpec() {
        return json.at("/spec/template/spec");
    }

    Stream<JsonNode> containers() {
        return Stream.concat(
                podSpec().path("containers").valueStream(),
                podSpec().path("initContainers").valueStream());
    }

    /** A copy to spoil: the value at the pointer's parent, or nothing there when it is null. */
    Resource with(String pointer, @org.jspecify.annotations.Nullable Object value) {
        ObjectNode copy = json.deepCopy().asObject();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, last));
        String field = pointer.substring(last + 1).replace("~1", "/");
        if (!(parent instanceof ObjectNode object)) {
            throw new IllegalArgumentException("nothing at " + pointer);
        }
        if (value == null) {
            if (object.remove(field) == null) {
                throw new IllegalArgumentException("nothing at " + pointer);
            }
        } else {
            object.putPOJO(field, value);
        }
        return new Resource(new tools.jackson.databind.json.JsonMapper().readTree(copy.toString()));
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
