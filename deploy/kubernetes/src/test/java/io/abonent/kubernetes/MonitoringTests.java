package io.abonent.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Alerts fire when they should and only then, each has its runbook, and dashboards are dashboards. */
class MonitoringTests {

    private static final Path RUNBOOKS = Repository.ROOT.resolve("docs/runbooks");
    private static final List<String> CHAPTERS = List.of("## What it means", "## Look", "## Do", "## Afterwards");

    @TempDir
    private Path directory;

    @Test
    void everyAlertHasItsRunbookAndEveryRunbookItsAlert() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(
                            alerts().map(alert -> alert.path("alert").asString() + ".md")
                                    .toList());
        }
        assertThat(alerts()).allSatisfy(alert -> {
            String runbook = alert.at("/annotations/runbook_url").asString();
            assertThat(runbook).isEqualTo("docs/runbooks/" + alert.path("alert").asString() + ".md");
            assertThat(Files.readString(Repository.ROOT.resolve(runbook))).contains(CHAPTERS.toArray(String[]::new));
            assertThat(alert.at("/labels/severity").asString()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
        });
    }

    @Test
    void everyAlertIsTestedFiringAndQuiet() throws IOException {
        JsonNode tests = new YAMLMapper().readTree(alertTests());
        for (boolean firing : new boolean[] {true, false}) {
            Set<String> tested = tests.path("tests")
                    .valueStream()
                    .flatMap(test -> test.path("alert_rule_test").valueStream())
                    .filter(test -> test.path("exp_alerts").isEmpty() != firing)
                    .map(test -> test.path("alertname").asString())
                    .collect(Collectors.toSet());
            assertThat(tested)
                    .containsExactlyInAnyOrderElementsOf(
                            alerts().map(alert -> alert.path("alert").asString())
                                    .toList());
        }
    }

    @Test
    void alertsFireWhenTheyShouldAndOnlyThen() throws IOException, InterruptedException {
        promtoolIsThere();
        writeRules();
        Files.writeString(directory.resolve("alerts.test.yaml"), alertTests());
        assertThat(promtool("check", "rules", "rules.yaml")).contains("SUCCESS").doesNotContain("FAILED");
        assertThat(promtool("test", "rules", "alerts.test.yaml"))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    @Test
    void anAlertThatDoesNotFireIsNoticed() throws IOException, InterruptedException {
        promtoolIsThere();
        writeRules();
        Files.writeString(directory.resolve("alerts.test.yaml"), alertTests().replace("'1800x20'", "'60x20'"));
        assertThat(promtool("test", "rules", "alerts.test.yaml")).contains("FAILED", "PaymentsUnknown");
    }

    @Test
    void dashboardsHaveTheirNamesAndAskSomething() throws IOException {
        JsonNode dashboards = Resource.ofKind(Kustomize.overlay("production"), "ConfigMap")
                .filter(map -> map.name().startsWith("dashboards-"))
                .findFirst()
                .orElseThrow()
                .at("/data");
        assertThat(dashboards.size()).isEqualTo(3);
        assertThat(dashboards.valueStream().map(text -> JsonMapper.shared().readTree(text.asString())))
                .allSatisfy(dashboard -> {
                    assertThat(dashboard.path("uid").asString()).startsWith("abonent-");
                    assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
                        assertThat(panel.path("title").asString()).isNotBlank();
                        assertThat(panel.at("/targets/0/expr").asString()).isNotBlank();
                        assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
                    });
                    assertThat(dashboard
                                    .path("panels")
                                    .valueStream()
                                    .map(panel -> panel.path("id").asInt()))
                            .doesNotHaveDuplicates();
                })
                .extracting(dashboard -> dashboard.path("uid").asString())
                .doesNotHaveDuplicates();
    }

    private static Stream<JsonNode> alerts() {
        return Resource.ofKind(Kustomize.overlay("production"), "PrometheusRule")
                .flatMap(rules -> rules.at("/spec/groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .filter(rule -> rule.has("alert"));
    }

    private void writeRules() throws IOException {
        ObjectNode rules = JsonMapper.shared().createObjectNode();
        var groups = rules.putArray("groups");
        Resource.ofKind(Kustomize.overlay("production"), "PrometheusRule")
                .flatMap(resource -> resource.at("/spec/groups").valueStream())
                .forEach(groups::add);
        Files.writeString(directory.resolve("rules.yaml"), rules.toString());
    }

    private static String alertTests() throws IOException {
        return Files.readString(Path.of("src/test/resources/alerts.test.yaml"));
    }

    /** A pipeline must have it; a developer may do without. */
    private static void promtoolIsThere() {
        assertThat(System.getenv("PATH").split(File.pathSeparator))
                .as("promtool is missing: .ci/run installs Debian's package prometheus")
                .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool")));
    }

    private String promtool(String... arguments) throws IOException, InterruptedException {
        Process promtool = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        promtool.waitFor();
        return output;
    }
}
