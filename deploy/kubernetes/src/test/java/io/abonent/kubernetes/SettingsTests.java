package io.abonent.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A setting with a typing error is not refused by a service, it is ignored: so each is looked up where it is defined. */
class SettingsTests {

    private static final List<String> READ_BY_VALUE = List.of(
            "abonent.logging.structured", "abonent.services", "abonent.ledger.check-every", "abonent.demo.suppliers");

    @ParameterizedTest
    @ValueSource(strings = {"single-host", "staging", "production"})
    void everySettingExists(String overlay) throws IOException {
        for (String service : Repository.processes()) {
            Set<String> known = known(service);
            assertThat(settings(overlay, service.replaceAll("-(service|gateway)", "-config-")))
                    .as(service)
                    .isNotEmpty()
                    .allMatch(key -> exists(key, known));
        }
        Set<String> anywhere = new HashSet<>();
        for (String service : Repository.processes()) {
            anywhere.addAll(known(service));
        }
        assertThat(settings(overlay, "platform-")).isNotEmpty().allMatch(key -> exists(key, anywhere));
    }

    @Test
    void aTypingErrorIsFound() throws IOException {
        Set<String> known = known("identity-service");
        assertThat(exists("abonent.verification.link-base", known)).isTrue();
        assertThat(exists("abonent.verification.link-bas", known)).isFalse();
        assertThat(exists("abonent.verificaton.link-base", known)).isFalse();
    }

    @Test
    void everySecretIsRead() throws IOException {
        for (String service : Repository.processes()) {
            Set<String> known = known(service);
            assertThat(Resource.named(Kustomize.overlay("production"), "Deployment", service)
                            .podSpec()
                            .at("/volumes/0/projected/sources")
                            .valueStream()
                            .flatMap(source -> source.at("/secret/items").valueStream())
                            .map(item -> item.path("path").asString())
                            .filter(path -> path.startsWith("abonent.")))
                    .as(service)
                    .isNotEmpty()
                    .allMatch(key -> exists(key, known));
        }
    }

    private static Stream<String> settings(String overlay, String map) {
        return Resource.ofKind(Kustomize.overlay(overlay), "ConfigMap")
                .filter(config -> config.name().startsWith(map))
                .flatMap(config -> config.at("/data").propertyStream())
                .map(entry -> entry.getKey());
    }

    private static boolean exists(String key, Set<String> known) {
        return !key.startsWith("abonent.")
                || Stream.concat(known.stream(), READ_BY_VALUE.stream())
                        .anyMatch(name -> key.equals(name) || key.startsWith(name + "."));
    }

    private static Set<String> known(String service) throws IOException {
        Set<String> known = new HashSet<>();
        for (String module : List.of(service, "platform-starter")) {
            Path metadata = Repository.ROOT
                    .resolve(module)
                    .resolve("target/classes/META-INF/spring-configuration-metadata.json");
            if (!Files.exists(metadata)) {
                throw new AssertionError(metadata + " is missing: build the services first, "
                        + "mvn -Pmanifests -DskipTests package, or this module with -am");
            }
            JsonMapper.shared()
                    .readTree(Files.readString(metadata))
                    .path("properties")
                    .forEach(property -> known.add(property.path("name").asString()));
        }
        return known;
    }
}
