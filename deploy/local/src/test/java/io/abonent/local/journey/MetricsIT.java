package io.abonent.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An alert on a metric that nobody has never fires: every name in alerts and dashboards is one that a service shows. */
class MetricsIT {

    private static final Path MONITORING = Path.of("../kubernetes/components/monitoring");
    /** The names of those who count: no label of ours begins like this. */
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:abonent|notification|http|hikaricp|jvm|process|kafka|dbscheduler|cache|tomcat|spring|resilience4j)_[a-z0-9_]+");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void everyMetricOfAlertsAndDashboardsExists() throws IOException, InterruptedException {
        Set<String> asked = asked();
        assertThat(asked).hasSizeGreaterThan(30).contains("abonent_outbox_oldest_age_seconds");
        // Some appear with the first request, job or message.
        register();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Set<String> missing = new TreeSet<>(asked);
                    missing.removeAll(shown());
                    assertThat(missing).isEmpty();
                });
    }

    @Test
    void aNameThatNobodyShowsIsNoticed() throws IOException, InterruptedException {
        assertThat(names("rate(abonent_outbox_wrong_total{application=\"x\"}[5m]) > http_typo_seconds_count"))
                .containsExactly("abonent_outbox_wrong_total", "http_typo_seconds_count");
        assertThat(shown()).doesNotContain("abonent_outbox_wrong_total", "http_typo_seconds_count");
    }

    private static void register() throws IOException, InterruptedException {
        HttpRequest registration = HttpRequest.newBuilder(
                        URI.create(RunningSystem.instance().identity() + "/api/v1/registrations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"login\":\"8 (999) 770-01-01\",\"password\":\"sneg8na4\"}"))
                .build();
        assertThat(HTTP.send(registration, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(202);
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MONITORING)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                asked.addAll(names(Files.readString(file)));
            }
        }
        return asked;
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shown() throws IOException, InterruptedException {
        RunningSystem system = RunningSystem.instance();
        Set<String> shown = new TreeSet<>();
        for (String service : List.of(
                system.identity(), system.consent(), system.account(), system.billing(), system.notification())) {
            URI address = URI.create(service);
            URI metrics = URI.create("http://localhost:" + (address.getPort() + 1000) + "/actuator/prometheus");
            String body = HTTP.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            body.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replaceFirst("[{ ].*", ""))
                    .forEach(shown::add);
        }
        return shown;
    }
}
