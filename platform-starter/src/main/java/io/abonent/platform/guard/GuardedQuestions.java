package io.abonent.platform.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Everything around a question that keeps a slow or dead owner from hurting the one who asks. */
final class GuardedQuestions implements OwnerQuestion.Factory, AutoCloseable {

    private static final int WINDOW = 20;
    private static final int CALLS_MIN = 10;
    private static final int PROBES = 2;

    private final GuardProperties properties;
    private final MeterRegistry meters;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final TimeLimiter limiter;
    private final ExecutorService threads;

    GuardedQuestions(GuardProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.meters = meters;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(CALLS_MIN)
                .failureRateThreshold(50)
                .waitDurationInOpenState(properties.pause())
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .build());
        this.bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrent())
                .maxWaitDuration(Duration.ZERO)
                .build());
        this.limiter = TimeLimiter.of(TimeLimiterConfig.custom()
                .timeoutDuration(properties.timeout())
                .cancelRunningFuture(true)
                .build());
        // The trace of the request goes along, so that the question shows up in it.
        this.threads = ContextExecutorService.wrap(
                Executors.newVirtualThreadPerTaskExecutor(),
                ContextSnapshotFactory.builder().build()::captureAll);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    @Override
    public <K, A> OwnerQuestion<K, A> question(String name, Function<K, Optional<A>> ask) {
        Bulkhead bulkhead = bulkheads.bulkhead(name);
        return new GuardedQuestion<>(
                ask,
                bulkhead,
                breakers.circuitBreaker(name),
                limiter,
                threads,
                properties.notAskedAgain(),
                new QuestionMetrics(meters, name));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
