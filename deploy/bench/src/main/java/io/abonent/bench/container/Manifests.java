package io.abonent.bench.container;

import io.abonent.bench.house.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code kubectl kustomize} makes of the overlay, and the secrets of a new installation. */
record Manifests(List<JsonNode> objects) {

    private static final YAMLMapper YAML = new YAMLMapper();

    static Manifests render(Path kubernetes) throws IOException, InterruptedException {
        String rendered = Command.of(
                        "kubectl",
                        "kustomize",
                        kubernetes.resolve("overlays/single-host").toString())
                .output();
        String secrets =
                Command.of(kubernetes.resolve("make-secrets").toString()).output();
        return parse(rendered + "\n---\n" + secrets);
    }

    static Manifests parse(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return new Manifests(
                    documents.readAll().stream().filter(JsonNode::isObject).toList());
        }
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asString("").equals(kind));
    }

    /** Everything that becomes a container. */
    List<Pod> pods() {
        List<Pod> pods = new ArrayList<>();
        for (String kind : List.of("StatefulSet", "Job", "Deployment")) {
            ofKind(kind).forEach(workload -> pods.add(PodReader.read(workload)));
        }
        return pods;
    }

    Map<String, String> configMap(String name) {
        return entries(named("ConfigMap", name), "data");
    }

    Map<String, String> secret(String name) {
        return entries(named("Secret", name), "stringData");
    }

    /** All values that nobody but their process may see. */
    List<String> secretValues() {
        return ofKind("Secret")
                .flatMap(secret -> entries(secret, "stringData").entrySet().stream())
                .filter(entry ->
                        !entry.getKey().equals("username") && entry.getValue().length() >= 8)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Names under which others find the pod. A service that changes the port cannot be shown by plain containers. */
    List<String> aliases(Pod pod) {
        List<String> aliases = new ArrayList<>();
        ofKind("Service").forEach(service -> {
            if (selects(service.at("/spec/selector"), pod)) {
                String name = nameOf(service);
                service.at("/spec/ports").forEach(port -> requireSamePort(name, port, pod));
                aliases.add(name);
            }
        });
        return aliases;
    }

    private static boolean selects(JsonNode selector, Pod pod) {
        return selector.isObject()
                && selector.propertyStream()
                        .allMatch(label -> label.getValue()
                                .asString("?")
                                .equals(pod.labels().get(label.getKey())));
    }

    private static void requireSamePort(String service, JsonNode port, Pod pod) {
        int published = port.path("port").asInt();
        JsonNode target = port.path("targetPort");
        int reached = target.isString() ? pod.ports().getOrDefault(target.asString(), -1) : target.asInt(published);
        if (published != reached) {
            throw new IllegalArgumentException(
                    "service " + service + " leads from port " + published + " to " + reached);
        }
    }

    boolean has(String kind, String name) {
        return ofKind(kind).anyMatch(object -> nameOf(object).equals(name));
    }

    private JsonNode named(String kind, String name) {
        return ofKind(kind)
                .filter(object -> nameOf(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + " " + name));
    }

    static String nameOf(JsonNode object) {
        return object.at("/metadata/name").asString("");
    }

    private static Map<String, String> entries(JsonNode object, String field) {
        Map<String, String> entries = new TreeMap<>();
        object.path(field)
                .propertyStream()
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asString()));
        return new HashMap<>(entries);
    }
}
