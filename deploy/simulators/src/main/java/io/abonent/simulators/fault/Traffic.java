package io.abonent.simulators.fault;

import io.abonent.simulators.Partner;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How often each partner was called in each of the last seconds: shows whether a herd comes back after an outage (F-48). */
@Component
class Traffic {

    static final int SECONDS = 900;

    private final Map<Partner, Ring> rings = new EnumMap<>(Partner.class);
    private final Clock clock;

    Traffic(Clock clock) {
        this.clock = clock;
        for (Partner partner : Partner.values()) {
            rings.put(partner, new Ring());
        }
    }

    record Second(long epochSecond, int operations) {}

    private static final class Ring {
        private final int[] counts = new int[SECONDS];
        private final long[] seconds = new long[SECONDS];

        private synchronized void count(long second) {
            int slot = (int) (second % SECONDS);
            if (seconds[slot] != second) {
                seconds[slot] = second;
                counts[slot] = 0;
            }
            counts[slot]++;
        }

        private synchronized List<Second> since(long from, long to) {
            List<Second> found = new ArrayList<>();
            for (long second = Math.max(from, to - SECONDS + 1); second <= to; second++) {
                int slot = (int) (second % SECONDS);
                if (seconds[slot] == second) {
                    found.add(new Second(second, counts[slot]));
                }
            }
            return found;
        }
    }

    void count(Partner partner) {
        of(partner).count(clock.instant().getEpochSecond());
    }

    /** Oldest first, silent seconds left out. */
    List<Second> since(Partner partner, long epochSecond) {
        return of(partner).since(epochSecond, clock.instant().getEpochSecond());
    }

    private Ring of(Partner partner) {
        return Objects.requireNonNull(rings.get(partner));
    }
}
