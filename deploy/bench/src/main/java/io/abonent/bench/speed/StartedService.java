package io.abonent.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A further instance of a service of a running house, on ports of its own, with the heap that the house gives it. */
final class StartedService {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PORT = 26_700;
    private static final int MANAGEMENT_PORT = 26_701;
    private static final Map<String, Integer> HEAP = Map.of("identity", 256, "billing", 256);
    private static final int USUAL_HEAP = 224;
    private static final double KILOBYTES_OF_A_MEGABYTE = 1024.0;

    private final Path home;
    private final String service;
    private final Path directory;
    private final Path jar;
    private final Path unpacked;
    private final Path cache;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    StartedService(Path repository, Path home, Path directory, String service) throws IOException {
        this.home = home;
        this.service = service;
        String module = service.equals("gateway") ? "web-gateway" : service + "-service";
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(repository.resolve(module).resolve("target"), module + "-*.jar")) {
            this.jar = jars.iterator().next();
        }
        this.directory = Files.createDirectories(directory.resolve(service));
        this.unpacked = this.directory.resolve(jar.getFileName());
        this.cache = this.directory.resolve("classes.aot");
    }

    /** Unpacks it and has a first start recorded. */
    void prepare() throws IOException, InterruptedException {
        finish(List.of(
                java(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                directory.toString()));
        List<String> command = new ArrayList<>(jvm());
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
        command.addAll(List.of("-jar", unpacked.toString()));
        command.addAll(arguments());
        finish(command);
    }

    Start start(StartWay way) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(jvm());
        command.addAll(way.options(jar, unpacked, cache));
        command.addAll(arguments());
        long begin = System.nanoTime();
        Process process = launch(command);
        try {
            while (!isReady()) {
                boolean late = System.nanoTime() - begin > PATIENCE.toNanos();
                if (late || !process.isAlive()) {
                    throw new IOException(service + " did not start: see " + log());
                }
                Thread.sleep(10);
            }
            double ready = (System.nanoTime() - begin) / 1e9;
            double cpu = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
            return new Start(ready, cpu, resident(process.pid()));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean isReady() throws InterruptedException {
        URI readiness = URI.create("http://localhost:" + MANAGEMENT_PORT + "/actuator/health/readiness");
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static double resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / KILOBYTES_OF_A_MEGABYTE;
    }

    private void finish(List<String> command) throws IOException, InterruptedException {
        Process process = launch(command);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(service + " could not be prepared: see " + log());
        }
    }

    private Process launch(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return directory.resolve("start.log");
    }

    private List<String> jvm() {
        return List.of(
                java(),
                "-Xmx" + HEAP.getOrDefault(service, USUAL_HEAP) + "m",
                "-Xms64m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TrimNativeHeapInterval=60000",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> arguments() {
        return List.of(
                "--spring.config.additional-location=file:" + home.resolve("config/" + service + ".properties"),
                "--spring.config.import=configtree:" + home.resolve("secrets/" + service) + "/",
                "--server.port=" + PORT,
                "--management.server.port=" + MANAGEMENT_PORT);
    }
}
