package io.abonent.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which processes there are, where they listen and how they find each other. */
final class Topology {

    /** Databases, roles and secrets carry these names. */
    static final List<String> SERVICES =
            List.of("identity", "consent", "account", "billing", "notification", "gateway");

    /** What the services stand on. */
    static final List<String> PLATFORM = List.of("postgres", "kafka");

    private final Path repository;
    private final Home home;
    private final Ports ports;

    Topology(Path repository, Home home, Ports ports) {
        this.repository = repository;
        this.home = home;
        this.ports = ports;
    }

    static String applicationName(String service) {
        return service.equals("gateway") ? "web-gateway" : service + "-service";
    }

    /** In the order of start: partners first, then those who are asked, then those who ask. */
    List<ProcessSpec> processes() throws IOException {
        return List.of(
                simulators(),
                service("identity", ports.identity(), heap(256), identity()),
                service("consent", ports.consent(), heap(224), Map.of()),
                service("account", ports.account(), heap(224), account()),
                service("billing", ports.billing(), heap(256), billing()),
                service("notification", ports.notification(), heap(224), notification()),
                service("gateway", ports.gateway(), heap(224), gateway()));
    }

    private static List<String> heap(int megabytes) {
        return List.of("-Xmx" + megabytes + "m", "-Xms64m");
    }

    List<Integer> allPorts() {
        return List.of(
                ports.postgres(),
                ports.kafka(),
                ports.kafkaController(),
                ports.smpp(),
                ports.smtp(),
                ports.simulators(),
                ports.gateway(),
                ports.identity(),
                ports.consent(),
                ports.account(),
                ports.billing(),
                ports.notification(),
                ports.management(ports.gateway()),
                ports.management(ports.identity()),
                ports.management(ports.consent()),
                ports.management(ports.account()),
                ports.management(ports.billing()),
                ports.management(ports.notification()));
    }

    private ProcessSpec service(String name, int port, List<String> jvmOptions, Map<String, String> own)
            throws IOException {
        int management = ports.management(port);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", Integer.toString(port));
        settings.put("management.server.port", Integer.toString(management));
        settings.put("spring.datasource.url", "jdbc:postgresql://localhost:" + ports.postgres() + "/" + name);
        settings.put("spring.datasource.username", name);
        settings.put("spring.kafka.bootstrap-servers", "localhost:" + ports.kafka());
        settings.put("abonent.security.issuer", url(ports.identity()));
        settings.put("abonent.security.jwk-set-uri", url(ports.identity()) + "/oauth2/jwks");
        settings.put("abonent.services.identity", url(ports.identity()));
        settings.put("abonent.services.consent", url(ports.consent()));
        settings.put("abonent.services.account", url(ports.account()));
        settings.put("abonent.services.billing", url(ports.billing()));
        settings.put("abonent.services.notification", url(ports.notification()));
        // Limits, evidence and the list of devices are about the people behind the gateway.
        settings.put("server.forward-headers-strategy", "native");
        settings.putAll(own);
        String health = url(management) + "/actuator/health/readiness";
        return new ProcessSpec(name, jar(applicationName(name)), port, jvmOptions, health, settings);
    }

    private ProcessSpec simulators() throws IOException {
        Map<String, String> settings = Map.of(
                "server.port", Integer.toString(ports.simulators()),
                "simulators.smpp.port", Integer.toString(ports.smpp()),
                "simulators.smtp.port", Integer.toString(ports.smtp()),
                "simulators.data-dir", home.data("simulators").toString(),
                "simulators.public-url", url(ports.simulators()),
                "simulators.payment-provider.notification-url", url(ports.billing()) + "/api/v1/payment-notifications");
        return new ProcessSpec(
                "simulators",
                jar("deploy/simulators", "simulators"),
                ports.simulators(),
                heap(160),
                url(ports.simulators()) + "/healthz",
                settings);
    }

    private Map<String, String> identity() {
        return Map.of(
                "abonent.verification.link-base",
                url(ports.gateway()) + "/confirm",
                "abonent.verification.reset-link-base",
                url(ports.gateway()) + "/reset",
                "abonent.clients.web-gateway.first-party",
                "true",
                "abonent.clients.web-gateway.jwk-set-uri",
                url(ports.gateway()) + "/.well-known/jwks.json",
                // Never used, for the gateway draws its own screens; but a client of the code grant has to have one.
                "abonent.clients.web-gateway.redirect-uris",
                url(ports.gateway()) + "/signed-in");
    }

    private Map<String, String> gateway() {
        return Map.of(
                "abonent.public-url",
                url(ports.gateway()),
                "abonent.page.form-targets",
                url(ports.simulators()),
                "server.forward-headers-strategy",
                "none");
    }

    private Map<String, String> account() {
        return Map.of(
                "abonent.back-office.url",
                url(ports.simulators()) + "/back-office/{supplierCode}",
                "abonent.demo.suppliers",
                "true");
    }

    private Map<String, String> billing() {
        return Map.of(
                "abonent.back-office.url", url(ports.simulators()) + "/back-office/{supplierCode}",
                "abonent.payment-provider.url", url(ports.simulators()) + "/yookassa/v3",
                "abonent.fiscal.url", url(ports.simulators()) + "/fiscal/v5");
    }

    private Map<String, String> notification() {
        return Map.of(
                "abonent.sms.host",
                "localhost",
                "abonent.sms.port",
                Integer.toString(ports.smpp()),
                "spring.mail.host",
                "localhost",
                "spring.mail.port",
                Integer.toString(ports.smtp()));
    }

    private Path jar(String module) throws IOException {
        return jar(module, module);
    }

    private Path jar(String directory, String artifact) throws IOException {
        Path target = repository.resolve(directory).resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, artifact + "-*.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new IllegalStateException(artifact + " is not built: there is no jar in " + target);
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }
}
