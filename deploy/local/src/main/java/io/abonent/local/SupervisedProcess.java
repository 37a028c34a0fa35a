package io.abonent.local;

import io.abonent.local.StatusBoard.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program as a process: started, watched, started again when it ends without being asked to. */
final class SupervisedProcess {

    private static final Logger log = LoggerFactory.getLogger(SupervisedProcess.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(8);
    private static final long LOOK_AGAIN_MS = 100;
    /** Ending this often in a row before it was ready is shown as a failure; starting again goes on, ever more slowly. */
    private static final int FAILED_STARTS = 3;

    private static final long LONGEST_PAUSE_MS = 10_000;

    private final Program program;
    private final Home home;
    private final StatusBoard board;

    private volatile Process process;
    private volatile boolean stopping;

    SupervisedProcess(Program program, Home home, StatusBoard board) throws IOException, InterruptedException {
        this.program = program;
        this.home = home;
        this.board = board;
        this.process = launch(State.STARTING);
    }

    String name() {
        return program.name();
    }

    /** @throws IllegalStateException with what to look at, when it ends or takes too long */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name() + " ended with exit code " + process.exitValue()
                        + " while starting; the last lines of " + home.log(name()) + " say why");
            }
            if (program.isReady()) {
                show(State.READY);
                return;
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
        throw new IllegalStateException(
                name() + " was not ready within " + START_LIMIT.toMinutes() + " minutes; see " + home.log(name()));
    }

    void showFailed() {
        show(State.FAILED);
    }

    /** From now on the process is started again whenever it ends, until {@link #stop}. */
    void keepAlive() {
        Thread.ofVirtual().name("supervise-" + name()).start(() -> {
            try {
                int failedStarts = 0;
                while (!stopping) {
                    int exit = process.waitFor();
                    if (stopping) {
                        return;
                    }
                    log.info("{} ended with exit code {}, starting it again", name(), exit);
                    failedStarts = startAgain() ? 0 : failedStarts + 1;
                    if (failedStarts > 0) {
                        rest(failedStarts);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean startAgain() throws InterruptedException {
        try {
            // One that is started while everything is being stopped would be left behind.
            synchronized (this) {
                if (stopping) {
                    return false;
                }
                process = launch(State.RESTARTING);
            }
            awaitReady();
            return true;
        } catch (IllegalStateException | IOException e) {
            log.warn("{} did not start: {}", name(), e.getMessage());
            return false;
        }
    }

    private void rest(int failedStarts) throws InterruptedException {
        if (failedStarts >= FAILED_STARTS) {
            show(State.FAILED);
        }
        Thread.sleep(Math.min(LONGEST_PAUSE_MS, 250L << Math.min(failedStarts - 1, 8)));
    }

    /** All processes are asked before the first is waited for: stopping takes as long as the slowest. */
    synchronized void askToStop() {
        stopping = true;
        process.destroy();
    }

    void stop() throws IOException {
        synchronized (this) {
            stopping = true;
        }
        program.stop(process);
        show(State.STOPPED);
    }

    private Process launch(State state) throws IOException, InterruptedException {
        Process started = program.start();
        Files.writeString(home.pid(name()), Long.toString(started.pid()));
        board.show(name(), started.pid(), program.port(), state);
        return started;
    }

    private void show(State state) {
        board.show(name(), process.pid(), program.port(), state);
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
