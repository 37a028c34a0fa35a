package io.abonent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ahead-of-time caches (JEP 514): classes of a service read, linked and laid out once per build, kept beside its jar in
 * {@code target/fast-start}. A cache fits one jar and one JDK; without one a service starts all the same, only later.
 */
final class FastStart {

    private static final Logger log = LoggerFactory.getLogger(FastStart.class);
    private static final int TRAINING_MINUTES = 4;
    private static final String CACHE = "classes.aot";
    /** Of this launcher: another one may be at the same. */
    private static final String DRAFT = "." + ProcessHandle.current().pid();

    private final Home home;
    private volatile @Nullable Process training;
    private volatile boolean stopping;

    FastStart(Home home) {
        this.home = home;
    }

    boolean has(ProcessSpec spec) {
        return Files.exists(directory(spec).resolve(CACHE));
    }

    /** A cache needs the jar unpacked: it cannot look into jars within a jar. */
    Path jar(ProcessSpec spec) {
        return has(spec) ? unpacked(directory(spec), spec) : spec.jar();
    }

    List<String> options(ProcessSpec spec) {
        return has(spec)
                ? List.of("-XX:AOTCache=" + directory(spec).resolve(CACHE), "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of();
    }

    /** Starts the service without letting it work, on its real database; what it loads is the cache. */
    void train(ProcessSpec spec) throws IOException, InterruptedException {
        ServiceProgram.writeSettings(spec, home);
        Path directory = directory(spec);
        if (!Files.exists(directory)) {
            unpack(spec, directory);
        }
        record(spec, directory);
        log.info("{} starts faster from now on", spec.owner());
    }

    /** Never over files that a running service may have open. */
    private void unpack(ProcessSpec spec, Path directory) throws IOException, InterruptedException {
        Path draft = directory.resolveSibling(directory.getFileName() + DRAFT);
        Files.createDirectories(draft);
        try {
            run(List.of(
                    ServiceProgram.jvm(spec).getFirst(),
                    "-Djarmode=tools",
                    "-jar",
                    spec.jar().toString(),
                    "extract",
                    "--force",
                    "--destination",
                    draft.toString()));
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(draft);
        }
    }

    /** Where the service will run: classes of a cache whose jars were moved do not know where they came from. */
    private void record(ProcessSpec spec, Path directory) throws IOException, InterruptedException {
        Path draft = directory.resolve(CACHE + DRAFT);
        List<String> command = new ArrayList<>(ServiceProgram.jvm(spec));
        command.add("-XX:AOTCacheOutput=" + draft);
        command.add("-Dspring.context.exit=onRefresh");
        command.add("-jar");
        command.add(unpacked(directory, spec).toString());
        command.addAll(ServiceProgram.arguments(spec, home));
        run(command);
        Files.move(draft, directory.resolve(CACHE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path draft) throws IOException {
        if (Files.exists(draft)) {
            try (Stream<Path> files = Files.walk(draft)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(home.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.log("fast-start").toFile()))
                .start();
        training = process;
        if (stopping || !process.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("no fast start: see " + home.log("fast-start"));
        }
    }

    /** Training is nothing that anybody waits for. */
    void stop() {
        stopping = true;
        Process process = training;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static Path unpacked(Path directory, ProcessSpec spec) {
        return directory.resolve(spec.jar().getFileName().toString());
    }

    /**
     * Named after the jar's contents and the JDK, so that one of an earlier build is never taken for a fresh one. The time
     * of the file says nothing: builds are reproducible.
     */
    private static Path directory(ProcessSpec spec) {
        CRC32C contents = new CRC32C();
        try (ZipFile jar = new ZipFile(spec.jar().toFile())) {
            jar.stream()
                    .map(entry -> entry.getName() + entry.getCrc() + entry.getSize())
                    .forEach(entry -> contents.update(entry.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spec.jar()
                .resolveSibling("fast-start")
                .resolve(Long.toHexString(contents.getValue()) + "-"
                        + Runtime.version().toString().replace('+', '_'));
    }
}
