package io.abonent.bench.soak;

import java.util.List;
import java.util.Locale;

/**
 * The first third of a run is warming up; what is more in the last than in the second grows.
 *
 * @param before median of the second third
 * @param after median of the last
 */
record Growth(Series series, double before, double after) {

    private static final double TOLERATED = 1.10;
    private static final int LEAST_SAMPLES = 3;

    /** @param samples in the order of time */
    static Growth of(Series series, List<Double> samples) {
        if (samples.size() < LEAST_SAMPLES) {
            throw new IllegalArgumentException(series + ": " + samples.size() + " samples have no thirds");
        }
        int third = samples.size() / 3;
        int second = samples.size() - 2 * third;
        int last = samples.size() - third;
        return new Growth(series, median(samples.subList(second, last)), median(samples.subList(last, samples.size())));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    boolean grows() {
        return after > before * TOLERATED && after - before >= series.measure().least();
    }

    /** What grows and may not. */
    boolean isFound() {
        return grows() && series.measure().rightful(series.subject()) == null;
    }

    @Override
    public String toString() {
        String why = series.measure().rightful(series.subject());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | %+.0f %% | %s |",
                series.subject(),
                series.measure().words(),
                before,
                after,
                before == 0 ? 0 : 100 * (after - before) / before,
                grows() ? (why == null ? "**grows**" : "grows: " + why) : "no");
    }
}
