package io.abonent.platform.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** {@code abonent.idempotency.repeated}: how retries ended. */
final class IdempotencyMetrics {

    private final Counter replayed;
    private final Counter running;
    private final Counter conflict;

    IdempotencyMetrics(MeterRegistry registry) {
        this.replayed = counter(registry, "replayed");
        this.running = counter(registry, "running");
        this.conflict = counter(registry, "conflict");
    }

    void replayed() {
        replayed.increment();
    }

    void running() {
        running.increment();
    }

    void conflict() {
        conflict.increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("abonent.idempotency.repeated")
                .description("Requests whose Idempotency-Key was known")
                .tag("outcome", outcome)
                .register(registry);
    }
}
