package io.abonent.account.supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * One circuit breaker, bulkhead and retry per supplier, so that a slow one costs the others nothing and comes back to a
 * few probes instead of a crowd (F-48).
 */
@Component
class BackOfficeGuard {

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final RetryRegistry retries;
    private final CircuitBreakerConfig breakerConfig;
    private final BulkheadConfig bulkheadConfig;
    private final RetryConfig retryConfig;

    BackOfficeGuard(
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            RetryRegistry retries,
            BackOfficeProperties properties) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.retries = retries;
        this.breakerConfig = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(properties.rest())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build();
        this.bulkheadConfig = BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrent())
                .maxWaitDuration(Duration.ofMillis(100))
                .build();
        this.retryConfig = RetryConfig.custom()
                .maxAttempts(2)
                .intervalFunction(IntervalFunction.ofRandomized(Duration.ofMillis(100), 0.5))
                .ignoreExceptions(CallNotPermittedException.class)
                .build();
    }

    /** For questions that change nothing: asked once more after a failure. */
    <T> T reading(String supplierCode, Supplier<T> question) {
        Retry retry = retries.retry(name(supplierCode), retryConfig);
        return bulkhead(supplierCode)
                .executeSupplier(
                        () -> retry.executeSupplier(() -> breaker(supplierCode).executeSupplier(question)));
    }

    /** For calls that the supplier may count: made once. */
    <T> T once(String supplierCode, Supplier<T> call) {
        return bulkhead(supplierCode)
                .executeSupplier(() -> breaker(supplierCode).executeSupplier(call));
    }

    private CircuitBreaker breaker(String supplierCode) {
        return breakers.circuitBreaker(name(supplierCode), breakerConfig);
    }

    private Bulkhead bulkhead(String supplierCode) {
        return bulkheads.bulkhead(name(supplierCode), bulkheadConfig);
    }

    private static String name(String supplierCode) {
        return "back-office-" + supplierCode;
    }
}
