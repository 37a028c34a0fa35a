package io.abonent.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service is a module, a process, a database, a row in the README and a documented API, or it is none of these. */
class HouseTests {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    @TempDir
    private Path elsewhere;

    @Test
    void noServiceIsHalfAdded() throws IOException {
        assertThat(missingPieces(REPOSITORY)).isEmpty();
    }

    @Test
    void aModuleWithoutTheRestIsFound() throws IOException {
        Files.writeString(elsewhere.resolve("pom.xml"), "<modules><module>forgotten-service</module></modules>");
        Files.writeString(elsewhere.resolve("README.md"), "");
        assertThat(missingPieces(elsewhere))
                .anySatisfy(piece -> assertThat(piece).contains("forgotten", "Topology"))
                .anySatisfy(piece -> assertThat(piece).contains("forgotten", "README"))
                .anySatisfy(piece -> assertThat(piece).contains("forgotten", "openapi"));
    }

    @Test
    void everyServiceOfTheLauncherIsAModule() throws IOException {
        assertThat(services(REPOSITORY)).containsExactlyInAnyOrderElementsOf(Topology.SERVICES);
    }

    private static List<String> missingPieces(Path repository) throws IOException {
        List<String> missing = new ArrayList<>();
        String readme = Files.readString(repository.resolve("README.md"));
        for (String service : services(repository)) {
            String application = Topology.applicationName(service);
            if (!Topology.SERVICES.contains(service)) {
                missing.add(service + " has no place in Topology");
            }
            if (!readme.contains("| [" + application + "]")) {
                missing.add(service + " has no row in the README");
            }
            Map<String, String> files = new LinkedHashMap<>(Map.of(
                    "module README", application + "/README.md",
                    "migrations", application + "/src/main/resources/db/migration"));
            if (application.endsWith("-service")) {
                // A gateway answers browsers: its API is pages.
                files.put("openapi document", "docs/openapi/" + application + ".json");
            }
            files.forEach((what, path) -> {
                if (!Files.exists(repository.resolve(path))) {
                    missing.add(service + " has no " + what + ": " + path);
                }
            });
        }
        return missing;
    }

    private static List<String> services(Path repository) throws IOException {
        Matcher modules = MODULE.matcher(Files.readString(repository.resolve("pom.xml")));
        return Stream.iterate(modules.find(), found -> found, found -> modules.find())
                .map(found -> modules.group(1))
                .filter(module -> module.endsWith("-service") || module.endsWith("-gateway"))
                .map(module -> module.equals("web-gateway") ? "gateway" : module.substring(0, module.lastIndexOf('-')))
                .toList();
    }
}
