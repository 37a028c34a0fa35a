package io.abonent.platform.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Both counters want an alert: a retry that does not end stops a partition, a dead letter wants a person. */
final class ConsumerMetrics {

    private final MeterRegistry registry;

    ConsumerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Both counters are there from the start: a rate over a counter that appears with its first event misses that event. */
    void expect(String consumer) {
        retries(consumer);
        deadLetters(consumer);
    }

    void retried(String consumer) {
        retries(consumer).increment();
    }

    void buried(String consumer) {
        deadLetters(consumer).increment();
    }

    private Counter retries(String consumer) {
        return Counter.builder("abonent.consume.retries")
                .description("Records that were not taken and come again")
                .tag("consumer", consumer)
                .register(registry);
    }

    private Counter deadLetters(String consumer) {
        return Counter.builder("abonent.consume.dead.letters")
                .description("Records put aside for good")
                .tag("consumer", consumer)
                .register(registry);
    }
}
