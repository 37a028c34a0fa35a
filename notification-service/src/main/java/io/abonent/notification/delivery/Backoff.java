package io.abonent.notification.delivery;

import io.abonent.notification.message.MessageKind;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double and are spread, so that a thousand waiting messages do not come back in the same second (F-48). */
final class Backoff {

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param attempts made so far */
    Duration after(MessageKind.Urgency urgency, int attempts) {
        return switch (urgency) {
            // A code is of no use in ten minutes.
            case CODE -> spread(Duration.ofSeconds(2), Duration.ofSeconds(15), attempts);
            case SECURITY, NOTICE -> spread(Duration.ofSeconds(10), Duration.ofMinutes(10), attempts);
            case SUPPORT -> spread(Duration.ofSeconds(10), Duration.ofMinutes(30), attempts);
        };
    }

    /** For a contact that is confirmed but not known here yet: the events travel on different topics. */
    Duration forContact(Duration waiting) {
        return spread(Duration.ofSeconds(1), Duration.ofMinutes(5), (int) Math.min(waiting.toSeconds() / 2, 30));
    }

    private Duration spread(Duration first, Duration longest, int doublings) {
        long exponential = first.toMillis() << Math.clamp(doublings - 1L, 0, 20);
        long pause = Math.min(exponential, longest.toMillis());
        return Duration.ofMillis(pause / 2 + random.nextLong(pause / 2 + 1));
    }
}
