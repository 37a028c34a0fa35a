package io.abonent.platform.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fails closed: a timeout, an exception, an open breaker, too many at once are all "no". */
final class GuardedQuestion<K> implements OwnerQuestion<K> {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedQuestion.class);
    private static final int REMEMBERED_MAX = 10_000;

    private final Function<K, Boolean> ask;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final ExecutorService threads;
    private final QuestionMetrics metrics;
    private final Cache<K, Boolean> refused;

    GuardedQuestion(
            Function<K, Boolean> ask,
            Bulkhead bulkhead,
            CircuitBreaker breaker,
            TimeLimiter limiter,
            ExecutorService threads,
            Duration notAskedAgain,
            QuestionMetrics metrics) {
        this.ask = ask;
        this.bulkhead = bulkhead;
        this.breaker = breaker;
        this.limiter = limiter;
        this.threads = threads;
        this.metrics = metrics;
        this.refused = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(notAskedAgain)
                .build();
    }

    @Override
    public boolean confirmed(K key) {
        if (refused.getIfPresent(key) != null) {
            metrics.remembered();
            return false;
        }
        try {
            boolean yes = metrics.timed(guarded(() -> Boolean.TRUE.equals(ask.apply(key))));
            metrics.answered(yes);
            if (!yes) {
                refused.put(key, Boolean.TRUE);
            }
            return yes;
        } catch (BulkheadFullException | CallNotPermittedException shed) {
            // It cost nothing and says nothing about the key, so it is not remembered.
            metrics.shed();
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception failed) {
            metrics.failed();
            LOG.warn("Question {} failed: {}", breaker.getName(), failed.toString());
            refused.put(key, Boolean.TRUE);
            return false;
        }
    }

    private Callable<Boolean> guarded(Callable<Boolean> question) {
        Callable<Boolean> limited = () -> limiter.executeFutureSupplier(() -> threads.submit(question));
        return Bulkhead.decorateCallable(bulkhead, CircuitBreaker.decorateCallable(breaker, limited));
    }
}
