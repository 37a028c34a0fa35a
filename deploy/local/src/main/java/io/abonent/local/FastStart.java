package io.abonent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
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
 * What makes a service start sooner, kept beside its jar in {@code target/fast-start}, once per build and JDK. Always: its jar
 * unpacked, for reading classes out of jars within a jar takes two fifths of a start. If asked for: an ahead-of-time cache
 * (JEP 514) of classes that are read, linked and laid out; without one a service starts all the same, only later.
 */
final class FastStart {

    private static final Logger log = LoggerFactory.getLogger(FastStart.class);
    private static final int TRAINING_MINUTES = 4;
    private static final int KEPT = 3;
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

    Path jar(ProcessSpec spec) {
        return unpacked(directory(spec), spec);
    }

    List<String> options(ProcessSpec spec) {
        return has(spec)
                ? List.of("-XX:AOTCache=" + directory(spec).resolve(CACHE), "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of();
    }

    /** Starts the service without letting it work, on its real database; what it loads is the cache. */
    void train(ProcessSpec spec) throws IOException, InterruptedException {
        ServiceProgram.writeSettings(spec, home);
        record(spec, directory(spec));
        log.info("{} starts faster from now on", spec.owner());
    }

    /** Never over files that a running service may have open; replicas start at the same time. */
    synchronized void unpack(ProcessSpec spec) throws IOException, InterruptedException {
        Path directory = directory(spec);
        if (Files.exists(directory)) {
            return;
        }
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
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            log.debug("Another launcher was faster", e);
        } finally {
            delete(draft);
        }
        forgetOldOnes(builds(spec));
    }

    /** A launcher of an earlier build may still run from one of them. */
    private static void forgetOldOnes(Path builds) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> all = Files.list(builds)) {
            newestFirst = all.sorted(Comparator.comparingLong(
                                    (Path build) -> build.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
            delete(old);
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

    private static Path builds(ProcessSpec spec) {
        return spec.jar().resolveSibling("fast-start");
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
        return builds(spec)
                .resolve(Long.toHexString(contents.getValue()) + "-"
                        + Runtime.version().toString().replace('+', '_'));
    }
}
