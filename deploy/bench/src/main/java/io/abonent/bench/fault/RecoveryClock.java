package io.abonent.bench.fault;

import io.abonent.bench.house.House;
import io.abonent.bench.house.Row;
import io.abonent.bench.witness.Attempts;
import io.abonent.bench.world.Databases;
import io.abonent.bench.world.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times every way back, each on a thread of its own, so that nothing waits for a measurement. */
public final class RecoveryClock {

    private static final Logger log = LoggerFactory.getLogger(RecoveryClock.class);
    private static final Duration GIVE_UP = Duration.ofMinutes(3);
    private static final long LOOK_MS = 50;

    private final House house;
    private final Attempts attempts;
    private final Databases databases;
    private final Topics topics;
    private final List<Recovery> recoveries = new ArrayList<>();
    private final List<String> never = new ArrayList<>();

    public RecoveryClock(House house, Attempts attempts, Databases databases, Topics topics) {
        this.house = house;
        this.attempts = attempts;
        this.databases = databases;
        this.topics = topics;
    }

    /** A measurement that goes on. */
    public record Watch(CompletableFuture<Boolean> done) {

        /** @return false when it never came back, or was killed again first */
        public boolean await() {
            return done.join();
        }
    }

    private interface Question {
        boolean isTrue() throws IOException, InterruptedException, SQLException;
    }

    public synchronized List<Recovery> recoveries() {
        return List.copyOf(recoveries);
    }

    /** What did not come back in time. */
    public synchronized List<String> never() {
        return List.copyOf(never);
    }

    public synchronized void add(Recovery recovery) {
        recoveries.add(recovery);
    }

    Watch serviceEnded(String process, long oldPid, String what) {
        long start = System.nanoTime();
        return watch(process, () -> {
            Optional<Long> successor = successor(process, oldPid);
            if (successor.isEmpty()) {
                return false;
            }
            boolean ready = until(() -> house.isReady(process) || isOther(process, successor.get()));
            if (!ready || isOther(process, successor.get())) {
                // Killed again before it was ready: the next measurement tells.
                return ready;
            }
            add(new Recovery(what, process, secondsSince(start)));
            return true;
        });
    }

    /** Only an answer to a request that began after the new server did counts. */
    Watch databaseCrashed(long oldPid) {
        long start = System.nanoTime();
        return watch(Schedule.DATABASE, () -> {
            if (successor(Schedule.DATABASE, oldPid).isEmpty()) {
                return false;
            }
            return succeeded(Recovery.DATABASE_SUCCESS, start, System.nanoTime());
        });
    }

    /** A request that began after the moment is answered well. */
    private boolean succeeded(String what, long since, long begunAfter)
            throws IOException, InterruptedException, SQLException {
        boolean served = until(() -> attempts.firstSuccessAfter(begunAfter).isPresent());
        OptionalLong first = attempts.firstSuccessAfter(begunAfter);
        first.ifPresent(nanos -> add(new Recovery(what, Schedule.DATABASE, (nanos - since) / 1_000_000_000.0)));
        return served;
    }

    /** From the moment it listens again until all that was written before has been sent, read and worked on. */
    Watch brokerLost(long oldPid) {
        return watch(Schedule.BROKER, () -> {
            if (successor(Schedule.BROKER, oldPid).isEmpty() || !until(this::brokerListens)) {
                return false;
            }
            return caughtUp(Recovery.BROKER_LAG, System.nanoTime());
        });
    }

    /** All that was written until now is sent, read and worked on. */
    private boolean caughtUp(String what, long since) throws IOException, InterruptedException, SQLException {
        Instant now = Instant.now();
        if (!until(() -> databases.outboxBefore(now) == 0)) {
            return false;
        }
        Map<TopicPartition, Long> ends = topics.ends();
        boolean read = until(() -> topics.behind(ends) == 0);
        if (read) {
            add(new Recovery(what, Schedule.BROKER, secondsSince(since)));
        }
        return read;
    }

    /** From now, when nothing is in its way any more, until it does what it is there for. */
    Watch wayClear(String victim, String what) {
        long start = System.nanoTime();
        return switch (victim) {
            case Schedule.BROKER -> watch(victim, () -> until(this::brokerListens) && caughtUp(what, start));
            case Schedule.DATABASE -> watch(victim, () -> succeeded(what, start, start));
            // What partners owe is counted when everything has settled.
            default -> new Watch(CompletableFuture.completedFuture(true));
        };
    }

    private boolean brokerListens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", house.brokerPort()), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Long> successor(String process, long oldPid)
            throws IOException, InterruptedException, SQLException {
        until(() -> isOther(process, oldPid));
        return house.row(process).map(Row::pid).filter(pid -> pid != oldPid);
    }

    private boolean isOther(String process, long pid) throws IOException {
        return house.row(process).filter(row -> row.pid() != pid).isPresent();
    }

    private Watch watch(String victim, Question way) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            boolean back = false;
            try {
                back = way.isTrue();
            } catch (IOException | SQLException | IllegalStateException e) {
                log.warn("The way back of {} cannot be timed", victim, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!back) {
                synchronized (this) {
                    never.add(victim);
                }
            }
            done.complete(back);
        });
        return new Watch(done);
    }

    private static boolean until(Question question) throws IOException, InterruptedException, SQLException {
        long deadline = System.nanoTime() + GIVE_UP.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (question.isTrue()) {
                    return true;
                }
            } catch (SQLException | IllegalStateException e) {
                // Whoever is asked may be away itself: ask again.
                log.debug("Not yet", e);
            }
            Thread.sleep(LOOK_MS);
        }
        return false;
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000_000.0;
    }
}
