package io.abonent.platform.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A timeout, an exception, an open breaker, too many at once: all of them are silence. */
final class GuardedQuestion<K, A> implements OwnerQuestion<K, A> {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedQuestion.class);
    private static final int REMEMBERED_MAX = 10_000;

    private final Function<K, Optional<A>> ask;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final ExecutorService threads;
    private final QuestionMetrics metrics;
    private final Cache<K, Remembered> remembered;

    private enum Remembered {
        NOTHING,
        SILENCE
    }

    GuardedQuestion(
            Function<K, Optional<A>> ask,
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
        this.remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(notAskedAgain)
                .build();
    }

    @Override
    public Optional<A> answer(K key) {
        Remembered before = remembered.getIfPresent(key);
        if (before != null) {
            metrics.remembered();
            if (before == Remembered.SILENCE) {
                throw silent();
            }
            return Optional.empty();
        }
        try {
            Optional<A> answer = metrics.timed(guarded(() -> ask.apply(key)));
            metrics.answered(answer.isPresent());
            if (answer.isEmpty()) {
                remembered.put(key, Remembered.NOTHING);
            }
            return answer;
        } catch (BulkheadFullException | CallNotPermittedException shed) {
            // It cost nothing and says nothing about the key, so it is not remembered.
            metrics.shed();
            throw silent();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw silent();
        } catch (Exception failed) {
            metrics.failed();
            LOG.warn("Question {} failed: {}", breaker.getName(), failed.toString());
            remembered.put(key, Remembered.SILENCE);
            throw silent();
        }
    }

    private OwnerSilent silent() {
        return new OwnerSilent(breaker.getName());
    }

    private Callable<Optional<A>> guarded(Callable<Optional<A>> question) {
        Callable<Optional<A>> limited = () -> limiter.executeFutureSupplier(() -> threads.submit(question));
        return Bulkhead.decorateCallable(bulkhead, CircuitBreaker.decorateCallable(breaker, limited));
    }
}
