package io.abonent.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Spring Boot application in a JVM of its own; what differs from its defaults lies in a file beside it. */
final class ServiceProgram implements Program {

    /** Half the processor time of a start goes into optimizing code that a short life never repays. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private final ProcessSpec spec;
    private final Home home;
    private final FastStart fastStart;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    ServiceProgram(ProcessSpec spec, Home home, FastStart fastStart) {
        this.spec = spec;
        this.home = home;
        this.fastStart = fastStart;
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public int port() {
        return spec.port();
    }

    @Override
    public Process start() throws IOException, InterruptedException {
        writeSettings(spec, home);
        // It may have been built anew since the last start.
        fastStart.unpack(spec);
        List<String> command = new ArrayList<>(jvm(spec));
        command.addAll(fastStart.options(spec));
        command.add("-jar");
        command.add(fastStart.jar(spec).toString());
        command.addAll(arguments(spec, home));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.log(spec.name()).toFile()));
        builder.environment().putAll(spec.environment());
        return builder.start();
    }

    /** An archive of loaded classes fits only the JVM options it was made with. */
    static List<String> jvm(ProcessSpec spec) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(spec.jvmOptions());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TrimNativeHeapInterval=60000",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8"));
        if (!System.getProperty("abonent.compiler", "quick").equals("full")) {
            command.add(QUICK_COMPILER);
        }
        return command;
    }

    static List<String> arguments(ProcessSpec spec, Home home) {
        return List.of(
                "--spring.config.additional-location=file:" + home.config(spec.name()),
                "--spring.config.import=configtree:" + home.secrets(spec.owner()) + "/");
    }

    static void writeSettings(ProcessSpec spec, Home home) throws IOException {
        List<String> lines = spec.properties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
        Files.write(home.config(spec.name()), lines);
    }

    @Override
    public boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(spec.healthUrl()))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
