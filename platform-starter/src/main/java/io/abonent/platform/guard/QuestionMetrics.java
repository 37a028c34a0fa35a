package io.abonent.platform.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code abonent.guard.questions}: how often owners are asked and what comes of it. */
final class QuestionMetrics {

    private static final List<String> OUTCOMES = List.of("yes", "no", "remembered", "shed", "failed");

    private final MeterRegistry registry;
    private final String question;
    private final Timer timer;

    QuestionMetrics(MeterRegistry registry, String question) {
        this.registry = registry;
        this.question = question;
        this.timer = Timer.builder("abonent.guard.duration")
                .description("How long owners take to answer")
                .tag("question", question)
                .register(registry);
        // All there from the start: a rate over a counter that appears with its first event misses that event.
        OUTCOMES.forEach(this::counter);
    }

    <T> T timed(Callable<T> call) throws Exception {
        return timer.recordCallable(call);
    }

    void answered(boolean yes) {
        count(yes ? "yes" : "no");
    }

    void remembered() {
        count("remembered");
    }

    void shed() {
        count("shed");
    }

    void failed() {
        count("failed");
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return registry.counter("abonent.guard.questions", "question", question, "outcome", outcome);
    }
}
