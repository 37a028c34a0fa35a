package io.abonent.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTests {

    /** Sleeps, or ends at once as often as told. */
    private static final class Sleeper implements Program {

        private final AtomicInteger starts = new AtomicInteger();
        private volatile int failuresLeft;

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public Process start() throws IOException {
            starts.incrementAndGet();
            return fails() ? new ProcessBuilder("false").start() : new ProcessBuilder("sleep", "600").start();
        }

        private synchronized boolean fails() {
            failuresLeft--;
            return failuresLeft >= 0;
        }

        /** A process that is about to end is never ready. */
        @Override
        public boolean isReady() {
            return failuresLeft < 0;
        }
    }

    @Test
    void startsAgainWhatWasKilledHoweverOftenTheStartFails(@TempDir Path directory) throws Exception {
        Home home = Home.at(directory);
        Sleeper sleeper = new Sleeper();
        SupervisedProcess supervised = new SupervisedProcess(sleeper, home, new StatusBoard(home));
        try {
            supervised.awaitReady();
            supervised.keepAlive();
            sleeper.failuresLeft = 4;
            String first = Files.readString(home.pid("sleeper"));
            kill(first);
            Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                assertThat(sleeper.starts).hasValue(6);
                assertThat(Files.readString(home.run("status")))
                        .contains("ready")
                        .doesNotContain("\t" + first + "\t");
            });
        } finally {
            supervised.stop();
        }
        int starts = sleeper.starts.get();
        String last = Files.readString(home.pid("sleeper"));
        assertThat(ProcessHandle.of(Long.parseLong(last)).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(sleeper.starts).hasValue(starts);
    }

    private static void kill(String pid) {
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }
}
