package io.abonent.platform.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Both counters want an alert: a retry that does not end stops a partition, a dead letter wants a person. */
final class ConsumerMetrics {

    private final MeterRegistry registry;

    ConsumerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void retried(String consumer) {
        Counter.builder("abonent.consume.retries")
                .description("Records that were not taken and come again")
                .tag("consumer", consumer)
                .register(registry)
                .increment();
    }

    void buried(String consumer) {
        Counter.builder("abonent.consume.dead.letters")
                .description("Records put aside for good")
                .tag("consumer", consumer)
                .register(registry)
                .increment();
    }
}
