package io.abonent.billing.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Doubling pauses with jitter: after an outage the waiting work comes back spread out, not as a herd.
 *
 * @param first pause after the first failure
 * @param longest no pause is longer
 */
public record Backoff(Duration first, Duration longest) {

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses must be positive and grow: " + first + ", " + longest);
        }
    }

    /** Between half of and the whole doubled pause. */
    public Duration after(int failures, RandomGenerator random) {
        int doublings = Math.clamp(failures - 1L, 0, 20);
        long ceiling = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    }
}
