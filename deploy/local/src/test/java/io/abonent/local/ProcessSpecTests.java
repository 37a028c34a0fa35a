package io.abonent.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSpecTests {

    private static final ProcessSpec BILLING = new ProcessSpec(
            "billing",
            Path.of("billing.jar"),
            8084,
            List.of("-Xmx256m"),
            "http://localhost:9084/actuator/health/readiness",
            Map.of("server.port", "8084", "management.server.port", "9084", "spring.datasource.username", "billing"));

    @Test
    void aReplicaIsTheSameServiceOnPortsOfItsOwn() {
        ProcessSpec second = BILLING.replica(2);
        assertThat(second.name()).isEqualTo("billing-2");
        assertThat(second.owner()).isEqualTo("billing");
        assertThat(second.port()).isEqualTo(8184);
        assertThat(second.managementPort()).isEqualTo(9184);
        assertThat(second.healthUrl()).isEqualTo("http://localhost:9184/actuator/health/readiness");
        assertThat(second.settings())
                .containsEntry("server.port", "8184")
                .containsEntry("management.server.port", "9184")
                .containsEntry("spring.datasource.username", "billing");
    }

    @Test
    void onlyANumberAtTheEndMakesAReplica() {
        assertThat(BILLING.owner()).isEqualTo("billing");
        ProcessSpec gateway =
                new ProcessSpec("web-gateway", Path.of("g.jar"), 8080, List.of(), "http://localhost", Map.of());
        assertThat(gateway.owner()).isEqualTo("web-gateway");
        assertThat(gateway.managementPort()).isEqualTo(8080);
    }

    @Test
    void overridesAreOfOneProcessAndWin(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("settings.properties");
        Files.writeString(file, "billing.server.port=1\nbilling-x.server.port=2\naccount.server.port=3\n");
        Map<String, String> own = Overrides.read(file).of("billing");
        assertThat(own).containsExactly(Map.entry("server.port", "1"));
        assertThat(BILLING.with(own).settings()).containsEntry("server.port", "1");
        assertThat(Overrides.none().of("billing")).isEmpty();
    }

    @Test
    void aVariableIsForTheEnvironmentAndNoProperty() {
        ProcessSpec spec = BILLING.with(Map.of("environment.TZ", "Asia/Omsk"));
        assertThat(spec.environment()).containsExactly(Map.entry("TZ", "Asia/Omsk"));
        assertThat(spec.properties()).isEqualTo(BILLING.settings());
        assertThat(spec.replica(2).environment()).containsKey("TZ");
    }
}
