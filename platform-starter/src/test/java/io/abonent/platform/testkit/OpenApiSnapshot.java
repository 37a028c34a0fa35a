package io.abonent.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed API document is the served one, and the served one names exactly the routes there are. Injected into
 * tests with {@link ServiceTest}; {@code -Dopenapi.update=true} writes the document anew.
 *
 * <pre>{@code
 * @Test
 * void theDocumentIsTheService(@Autowired OpenApiSnapshot openApi) {
 *     openApi.matches("docs/openapi/account-service.json");
 * }
 * }</pre>
 */
public final class OpenApiSnapshot {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Routes routes;

    OpenApiSnapshot(Routes routes) {
        this.routes = routes;
    }

    /** @param committed relative to the repository */
    public void matches(String committed) {
        JsonNode document = served();
        assertThat(documented(document))
                .as("routes in the document are the routes there are")
                .isEqualTo(routes.forGateways().stream()
                        .map(OpenApiSnapshot::shape)
                        .collect(Collectors.toCollection(TreeSet::new)));
        String text = JSON.writeValueAsString(document) + "\n";
        Path file = root().resolve(committed);
        try {
            if (Boolean.getBoolean("openapi.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("committed API document; -Dopenapi.update=true writes it")
                    .exists();
            assertThat(Files.readString(file))
                    .as("%s differs from the service; if that is meant, run with -Dopenapi.update=true", committed)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode served() {
        HttpResponse<String> answer = routes.get("/v3/api-docs");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static Set<String> documented(JsonNode document) {
        Set<String> found = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + unnamed(path.getKey()))));
        return found;
    }

    private static String shape(Routes.Route route) {
        return route.method() + " " + unnamed(route.path());
    }

    /** Names of path variables are not what this is about; a regular expression in one is not documented. */
    private static String unnamed(String path) {
        return path.replaceAll("\\{[^/]*}", "{}");
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return here;
    }
}
