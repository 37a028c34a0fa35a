package io.abonent.bench.stress;

import io.abonent.bench.run.Summary;
import io.abonent.bench.stress.Fate.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * @param all that were known when the last one had been sent
 * @param sent how many were sent
 * @param seconds in which they were sent
 */
record Fates(List<Fate> all, long sent, double seconds) {

    private static final int FAILURES_SHOWN = 4;

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

    /** Not a number if there are none of this kind. */
    double quantile(Kind kind, double share) {
        List<Double> sorted = all.stream()
                .filter(fate -> fate.kind() == kind)
                .map(Fate::millis)
                .sorted()
                .toList();
        return sorted.isEmpty() ? Double.NaN : Summary.percentile(sorted, share);
    }

    /** How often each, the most frequent first; empty if none failed. */
    String failures() {
        Map<String, Long> times = all.stream()
                .filter(fate -> fate.kind() == Kind.FAILED)
                .collect(Collectors.groupingBy(Fate::failure, Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(FAILURES_SHOWN)
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
