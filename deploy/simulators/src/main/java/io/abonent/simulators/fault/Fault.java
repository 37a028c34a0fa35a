package io.abonent.simulators.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A trouble that is switched on.
 *
 * @param timesLeft how many more operations it hits; null = until changed
 * @param matching only operations whose name contains this, such as {@code POST} or {@code /readings}; null = all
 * @param mutation name of the one mutation of {@link FaultMode#GARBAGE} to use; null = each in turn
 */
public record Fault(
        FaultMode mode,
        Duration delay,
        @Nullable Integer timesLeft,
        @Nullable String matching,
        @Nullable String mutation) {

    static final Duration HANG = Duration.ofMinutes(2);
    static final Duration DELAY_MAX = Duration.ofMinutes(30);

    public static final Fault NONE = new Fault(FaultMode.NONE, Duration.ZERO, null, null, null);

    public static Fault of(FaultMode mode) {
        return new Fault(mode, defaultDelay(mode), null, null, null);
    }

    static Duration defaultDelay(FaultMode mode) {
        return switch (mode) {
            case DELAY, PENDING -> Duration.ofSeconds(3);
            case SILENCE, SILENCE_BEFORE -> HANG;
            case NONE, DROP, GARBAGE, OUTAGE, UNAVAILABLE, ERROR_500, THROTTLE, REFUSE, REFUSE_BIND -> Duration.ZERO;
        };
    }

    boolean hits(String operation) {
        return mode != FaultMode.NONE && (matching == null || operation.contains(matching));
    }

    Fault once() {
        if (timesLeft == null) {
            return this;
        }
        return timesLeft <= 1 ? NONE : new Fault(mode, delay, timesLeft - 1, matching, mutation);
    }
}
