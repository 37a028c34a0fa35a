package io.abonent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ending processes that this JVM did not start. */
final class Processes {

    private Processes() {}

    /** SIGINT, which asks PostgreSQL for a fast shutdown: SIGTERM would wait for its clients to leave. */
    static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endWithin(process, 20);
    }

    /** Asks the process to end and, when it does not in time, ends it. */
    static void terminate(ProcessHandle process, int seconds) {
        process.destroy();
        endWithin(process, seconds);
    }

    private static void endWithin(ProcessHandle process, int seconds) {
        try {
            var _ = process.onExit().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
