package io.abonent.local;

import io.abonent.local.StatusBoard.State;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service as a process: started, watched, started again when it ends without being asked to. */
final class SupervisedProcess {

    private static final Logger log = LoggerFactory.getLogger(SupervisedProcess.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    /** Ending this often before it was ever ready means that starting again will not help. */
    private static final int FAILED_STARTS = 3;

    private final ProcessSpec spec;
    private final Home home;
    private final StatusBoard board;
    private final Path java;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private volatile Process process;
    private volatile boolean stopping;

    SupervisedProcess(ProcessSpec spec, Home home, StatusBoard board) throws IOException {
        this.spec = spec;
        this.home = home;
        this.board = board;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.process = launch();
    }

    String name() {
        return spec.name();
    }

    /** @throws IllegalStateException with what to look at, when it ends or takes too long */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                board.show(spec.name(), process.pid(), spec.port(), State.FAILED);
                throw new IllegalStateException(spec.name() + " ended with exit code " + process.exitValue()
                        + " while starting; the last lines of " + home.log(spec.name()) + " say why");
            }
            if (ready()) {
                board.show(spec.name(), process.pid(), spec.port(), State.READY);
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(spec.name() + " was not ready within " + START_LIMIT.toMinutes()
                + " minutes; see " + home.log(spec.name()));
    }

    /** From now on the process is started again whenever it ends, until {@link #stop}. */
    void keepAlive() {
        Thread.ofVirtual().name("supervise-" + spec.name()).start(() -> {
            int failedStarts = 0;
            while (!stopping) {
                try {
                    int exit = process.waitFor();
                    if (stopping) {
                        return;
                    }
                    log.info("{} ended with exit code {}, starting it again", spec.name(), exit);
                    process = launch();
                    board.show(spec.name(), process.pid(), spec.port(), State.RESTARTING);
                    awaitReady();
                    failedStarts = 0;
                } catch (IllegalStateException e) {
                    failedStarts++;
                    log.warn("{}", e.getMessage());
                    if (failedStarts >= FAILED_STARTS) {
                        board.show(spec.name(), process.pid(), spec.port(), State.FAILED);
                        return;
                    }
                } catch (IOException e) {
                    log.error("{} cannot be started", spec.name(), e);
                    return;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    /** All processes are asked before the first is waited for: stopping takes as long as the slowest. */
    void askToStop() {
        stopping = true;
        process.destroy();
    }

    void stop() {
        askToStop();
        Processes.terminate(process.toHandle(), 25);
        board.show(spec.name(), process.pid(), spec.port(), State.STOPPED);
    }

    private Process launch() throws IOException {
        writeSettings();
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx" + spec.maxHeapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-jar",
                spec.jar().toString(),
                "--spring.config.additional-location=file:" + home.config(spec.name()),
                "--spring.config.import=configtree:" + home.secrets(spec.name()) + "/"));
        Process started = new ProcessBuilder(command)
                .directory(home.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.log(spec.name()).toFile()))
                .start();
        Files.writeString(home.pid(spec.name()), Long.toString(started.pid()));
        board.show(spec.name(), started.pid(), spec.port(), State.STARTING);
        return started;
    }

    private void writeSettings() throws IOException {
        List<String> lines = spec.settings().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
        Files.write(home.config(spec.name()), lines);
    }

    private boolean ready() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(spec.healthUrl()))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Services outlive a launcher that was killed; they would hold ports and write to the old database. */
    static void stopLeftover(Home home, String name) throws IOException {
        Path pidFile = home.pid(name);
        if (Files.exists(pidFile)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(leftover -> leftover.info().command().orElse("").endsWith("java"))
                    .ifPresent(leftover -> Processes.terminate(leftover, 20));
            Files.delete(pidFile);
        }
    }
}
