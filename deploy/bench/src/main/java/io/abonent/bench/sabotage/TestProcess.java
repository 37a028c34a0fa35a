package io.abonent.bench.sabotage;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests in a process of their own, since a sabotaged one may hang, eat or end it. */
final class TestProcess {

    private static final List<String> JVM = List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "-Dit.engine=embedded");

    private final Path logs;

    TestProcess(Path logs) {
        this.logs = logs;
    }

    /** @param failures each a test and what it said; the first only, where the process ended at it */
    record Outcome(List<Failure> failures, int ran, boolean ended) {}

    record Failure(String test, String message) {}

    Outcome run(
            String name, Path module, List<Path> classPath, List<String> selectors, boolean endAtFirst, Duration max)
            throws IOException, InterruptedException {
        Files.createDirectories(logs);
        Path report = logs.resolve(name + ".tsv");
        Files.deleteIfExists(report);
        Path arguments = logs.resolve(name + ".args");
        // In quotes: a # begins a comment there.
        Files.write(
                arguments,
                arguments(report, classPath, selectors, endAtFirst).stream()
                        .map(argument -> '"' + argument + '"')
                        .toList());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + arguments)
                .directory(module.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(name + ".log").toFile())
                .start();
        boolean ended;
        try {
            ended = process.waitFor(max.toSeconds(), TimeUnit.SECONDS);
        } finally {
            end(process);
        }
        return read(report, ended);
    }

    private static List<String> arguments(Path report, List<Path> classPath, List<String> selectors, boolean first) {
        List<String> arguments = new ArrayList<>(JVM);
        arguments.add("-cp");
        arguments.add(Stream.concat(classPath.stream(), ours())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        arguments.add(SabotagedTests.class.getName());
        arguments.add(report.toString());
        arguments.add(first ? "first" : "all");
        arguments.addAll(selectors);
        return arguments;
    }

    /** The runner and JUnit's launcher; engines and everything else are the module's own. */
    private static Stream<Path> ours() {
        return Stream.of(SabotagedTests.class, LauncherFactory.class).map(type -> {
            try {
                return Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Databases that it started go with it. */
    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        if (process.isAlive()) {
            process.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroy);
    }

    private static Outcome read(Path report, boolean ended) throws IOException {
        List<Failure> failures = new ArrayList<>();
        int ran = 0;
        if (Files.exists(report)) {
            for (String line : Files.readAllLines(report)) {
                String[] parts = line.split("\t", 3);
                if (parts[0].equals(SabotagedTests.FAILED)) {
                    failures.add(new Failure(parts[1], parts.length > 2 ? parts[2] : ""));
                } else {
                    ran = Integer.parseInt(parts[1]);
                }
            }
        }
        return new Outcome(failures, ran, ended);
    }
}
