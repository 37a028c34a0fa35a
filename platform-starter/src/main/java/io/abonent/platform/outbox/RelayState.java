package io.abonent.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the relay knows about itself and its table, for metrics and health. */
final class RelayState {

    private final Clock clock;
    private final Timer rounds;
    private final Counter relayed;
    private final Counter sendFailures;
    private final Counter buried;
    private final Counter trouble;
    private volatile boolean leader;
    private volatile boolean alive;
    private volatile RelayConnection.Stats stats = RelayConnection.Stats.NONE;

    RelayState(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        rounds = Timer.builder("abonent.outbox.round")
                .description("One round of the relay: read, send, wait, delete")
                .publishPercentileHistogram()
                .register(registry);
        relayed = Counter.builder("abonent.outbox.relayed")
                .description("Rows delivered")
                .register(registry);
        sendFailures = Counter.builder("abonent.outbox.send.failures")
                .description("Rows or topics the broker refused, each attempt")
                .register(registry);
        buried = Counter.builder("abonent.outbox.buried")
                .description("Rows put into outbox_dead: somebody has to look")
                .register(registry);
        trouble = Counter.builder("abonent.outbox.trouble")
                .description("Lost connections and other interruptions of the relay")
                .register(registry);
        Gauge.builder("abonent.outbox.pending", () -> stats.pending())
                .description("Rows waiting, counted up to 100000")
                .register(registry);
        Gauge.builder("abonent.outbox.oldest.age", () -> oldestAge().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest waiting row")
                .register(registry);
        Gauge.builder("abonent.outbox.dead", () -> stats.dead())
                .description("Rows in outbox_dead")
                .register(registry);
        Gauge.builder("abonent.outbox.leader", () -> leader ? 1 : 0)
                .description("1 in the process that relays")
                .register(registry);
    }

    void round(Duration took, int delivered) {
        rounds.record(took);
        relayed.increment(delivered);
    }

    void sendFailure() {
        sendFailures.increment();
    }

    void buried() {
        buried.increment();
    }

    void trouble() {
        trouble.increment();
    }

    void leading(boolean now) {
        leader = now;
    }

    void alive(boolean now) {
        alive = now;
    }

    void stats(RelayConnection.Stats now) {
        stats = now;
    }

    boolean leader() {
        return leader;
    }

    boolean isAlive() {
        return alive;
    }

    long pending() {
        return stats.pending();
    }

    long dead() {
        return stats.dead();
    }

    Duration oldestAge() {
        Instant oldest = stats.oldest();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }
}
