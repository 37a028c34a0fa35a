package io.abonent.billing.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));

    @Test
    @DisplayName("F-48: pauses grow, end somewhere and differ")
    void growsToItsLimitWithJitter() {
        Random random = new Random(7);
        for (int failures = 1; failures < 100; failures++) {
            long ceiling = Math.min(600_000, 1000L << Math.min(failures - 1, 20));
            Duration pause = backoff.after(failures, random);
            assertThat(pause.toMillis()).isBetween(ceiling / 2, ceiling);
        }
        assertThat(random.ints(20, 8, 9)
                        .mapToObj(failures -> backoff.after(failures, random))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void refusesPausesThatDoNotGrow() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
