package io.abonent.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedQuestionTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();
    private final GuardedQuestions questions = new GuardedQuestions(
            new GuardProperties(Duration.ofMillis(200), Duration.ofMillis(300), 2, Duration.ofMillis(200)), meters);

    @AfterEach
    void close() {
        questions.close();
    }

    @Test
    void passesAYesOnAndAsksAgainNextTime() {
        OwnerQuestion<String> question = question(key -> true);
        assertThat(question.confirmed("a")).isTrue();
        assertThat(question.confirmed("a")).isTrue();
        assertThat(asked).hasValue(2);
        assertThat(count("yes")).isEqualTo(2);
    }

    @Test
    void remembersANoForAShortWhile() throws InterruptedException {
        OwnerQuestion<String> question = question(key -> false);
        assertThat(question.confirmed("a")).isFalse();
        assertThat(question.confirmed("a")).isFalse();
        assertThat(question.confirmed("b")).isFalse();
        assertThat(asked).as("a once, b once").hasValue(2);
        Thread.sleep(400);
        assertThat(question.confirmed("a")).isFalse();
        assertThat(asked).hasValue(3);
    }

    @Test
    @SuppressWarnings("NullAway") // What a careless adapter may return.
    void takesAnythingButAYesForANo() {
        assertThat(question(key -> null).confirmed("a")).isFalse();
        assertThat(question(key -> {
                            throw new IllegalStateException("owner is away");
                        })
                        .confirmed("a"))
                .isFalse();
        assertThat(count("failed")).isEqualTo(1);
    }

    @Test
    void doesNotWaitLongerThanTheTimeout() {
        CountDownLatch interrupted = new CountDownLatch(1);
        OwnerQuestion<String> question = question(key -> {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return true;
        });
        long start = System.nanoTime();
        assertThat(question.confirmed("a")).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(190), Duration.ofSeconds(5));
        assertThat(interrupted).satisfies(latch -> assertThat(latch.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue());
    }

    @Test
    void leavesADeadOwnerAlone() throws InterruptedException {
        AtomicInteger healthy = new AtomicInteger();
        OwnerQuestion<String> question = question(key -> {
            if (healthy.get() == 0) {
                throw new IllegalStateException("owner is away");
            }
            return true;
        });
        for (int i = 0; i < 100; i++) {
            assertThat(question.confirmed("key-" + i)).isFalse();
        }
        assertThat(asked).as("the breaker opened").hasValueLessThan(30);
        assertThat(count("shed")).isPositive();
        healthy.set(1);
        Thread.sleep(250);
        assertThat(question.confirmed("probe-1")).isTrue();
        assertThat(question.confirmed("probe-2")).isTrue();
        assertThat(question.confirmed("key-99")).as("a shed question is not remembered as a no").isTrue();
    }

    @Test
    void limitsHowManyAskAtOnce() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        OwnerQuestion<String> question = question(key -> {
            inside.countDown();
            try {
                return go.await(150, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> question.confirmed("a"));
            var second = threads.submit(() -> question.confirmed("b"));
            inside.await();
            assertThat(question.confirmed("c")).isFalse();
            go.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
        assertThat(count("shed")).isEqualTo(1);
    }

    private OwnerQuestion<String> question(Function<String, Boolean> answer) {
        return questions.question("consent", key -> {
            asked.incrementAndGet();
            return answer.apply(key);
        });
    }

    private double count(String outcome) {
        return meters.counter("abonent.guard.questions", "question", "consent", "outcome", outcome)
                .count();
    }
}
