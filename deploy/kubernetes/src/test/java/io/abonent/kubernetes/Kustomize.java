package io.abonent.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code kubectl kustomize} makes of a directory; a machine without kubectl fails the tests. */
final class Kustomize {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<Path, List<Resource>> RENDERED = new ConcurrentHashMap<>();

    private Kustomize() {}

    static List<Resource> overlay(String name) {
        return RENDERED.computeIfAbsent(
                Repository.KUBERNETES.resolve("overlays").resolve(name), Kustomize::render);
    }

    static List<Resource> render(Path directory) {
        try {
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new IllegalStateException("kubectl kustomize refuses " + directory);
            }
            return parse(output);
        } catch (IOException e) {
            throw new IllegalStateException("kubectl is needed: .ci/run shows where to get it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<Resource> parse(String yaml) throws JacksonException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream().map(Resource::new).toList();
        }
    }
}
