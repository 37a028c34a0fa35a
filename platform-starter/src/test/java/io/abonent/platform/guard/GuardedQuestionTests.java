package io.abonent.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedQuestionTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<GuardedQuestions> opened = new ArrayList<>();

    /** Long enough for the slowest machine; each test shortens what it is about. */
    private Duration timeout = Duration.ofSeconds(30);

    private Duration notAskedAgain = Duration.ofSeconds(30);
    private Duration pause = Duration.ofSeconds(30);

    @AfterEach
    void close() {
        opened.forEach(GuardedQuestions::close);
    }

    @Test
    void passesAYesOnAndAsksAgainNextTime() {
        OwnerQuestion<String, Boolean> question = question(key -> true);
        assertThat(question.confirmed("a")).isTrue();
        assertThat(question.confirmed("a")).isTrue();
        assertThat(asked).hasValue(2);
        assertThat(count("yes")).isEqualTo(2);
    }

    @Test
    void passesOnWhatTheOwnerSays() {
        OwnerQuestion<String, Integer> length =
                questions().question("length", key -> Optional.of(key.length()).filter(found -> found > 0));
        assertThat(length.answer("abc")).contains(3);
        assertThat(length.answer("")).isEmpty();
    }

    @Test
    void remembersANoForAShortWhile() {
        OwnerQuestion<String, Boolean> question = question(key -> false);
        assertThat(question.confirmed("a")).isFalse();
        assertThat(question.confirmed("a")).isFalse();
        assertThat(question.confirmed("b")).isFalse();
        assertThat(asked).as("a once, b once").hasValue(2);
        assertThat(count("remembered")).isEqualTo(1);
    }

    @Test
    void asksAgainLater() throws InterruptedException {
        notAskedAgain = Duration.ofMillis(50);
        OwnerQuestion<String, Boolean> question = question(key -> false);
        assertThat(question.confirmed("a")).isFalse();
        Thread.sleep(100);
        assertThat(question.confirmed("a")).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void takesSilenceForNoAnswer() {
        OwnerQuestion<String, Boolean> question = question(key -> {
            throw new IllegalStateException("owner is away");
        });
        silent(question, "a");
        silent(question, "a");
        assertThat(asked).as("the second time it is remembered").hasValue(1);
        assertThat(count("remembered")).isEqualTo(1);
        assertThat(count("failed")).isEqualTo(1);
    }

    @Test
    void doesNotWaitLongerThanTheTimeout() {
        timeout = Duration.ofMillis(200);
        CountDownLatch interrupted = new CountDownLatch(1);
        OwnerQuestion<String, Boolean> question = question(key -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return true;
        });
        long start = System.nanoTime();
        silent(question, "a");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(190), Duration.ofSeconds(30));
        assertThat(interrupted)
                .satisfies(
                        latch -> assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue());
    }

    @Test
    void leavesADeadOwnerAlone() {
        OwnerQuestion<String, Boolean> question = question(key -> {
            throw new IllegalStateException("owner is away");
        });
        for (int i = 0; i < 100; i++) {
            silent(question, "key-" + i);
        }
        assertThat(asked).as("the breaker opened").hasValue(10);
        assertThat(count("shed")).isEqualTo(90);
    }

    @Test
    void trustsAnOwnerThatRecovered() throws InterruptedException {
        pause = Duration.ofMillis(50);
        AtomicBoolean away = new AtomicBoolean(true);
        OwnerQuestion<String, Boolean> question = question(key -> {
            if (away.get()) {
                throw new IllegalStateException("owner is away");
            }
            return true;
        });
        for (int i = 0; i < 12; i++) {
            silent(question, "key-" + i);
        }
        away.set(false);
        Thread.sleep(100);
        assertThat(question.confirmed("probe-1")).isTrue();
        assertThat(question.confirmed("probe-2")).isTrue();
        assertThat(question.confirmed("another")).isTrue();
    }

    @Test
    void limitsHowManyAskAtOnce() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        OwnerQuestion<String, Boolean> question = question(key -> {
            inside.countDown();
            try {
                return go.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> question.confirmed("a"));
            var second = threads.submit(() -> question.confirmed("b"));
            inside.await();
            silent(question, "c");
            go.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
        assertThat(count("shed")).isEqualTo(1);
    }

    private static void silent(OwnerQuestion<String, Boolean> question, String key) {
        assertThatExceptionOfType(OwnerSilent.class).isThrownBy(() -> question.confirmed(key));
    }

    private OwnerQuestion<String, Boolean> question(Predicate<String> answer) {
        return questions().confirmation("consent", key -> {
            asked.incrementAndGet();
            return answer.test(key);
        });
    }

    private GuardedQuestions questions() {
        GuardedQuestions questions =
                new GuardedQuestions(new GuardProperties(timeout, notAskedAgain, 2, pause), meters);
        opened.add(questions);
        return questions;
    }

    private double count(String outcome) {
        return meters.counter("abonent.guard.questions", "question", "consent", "outcome", outcome)
                .count();
    }
}
