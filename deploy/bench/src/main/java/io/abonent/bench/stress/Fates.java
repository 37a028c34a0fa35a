package io.abonent.bench.stress;

import io.abonent.bench.stress.Fate.Kind;
import java.util.List;

/**
 * @param all that were known when the last one had been sent
 * @param sent how many were sent
 * @param seconds in which they were sent
 */
record Fates(List<Fate> all, long sent, double seconds) {

    long count(Kind kind) {
        return all.stream().filter(fate -> fate.kind() == kind).count();
    }

    double perSecond(Kind kind) {
        return count(kind) / seconds;
    }

    /** What reached the house. */
    double offeredPerSecond() {
        return sent / seconds;
    }

    /** Nearest rank; not a number if there are none of this kind. */
    double quantile(Kind kind, double share) {
        double[] sorted = all.stream()
                .filter(fate -> fate.kind() == kind)
                .mapToDouble(Fate::millis)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
