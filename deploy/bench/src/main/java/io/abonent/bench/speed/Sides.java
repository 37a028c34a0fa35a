package io.abonent.bench.speed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A thing and its limit, taking turns, so that whatever else the machine does hits both; medians. */
record Sides(int workers, Duration time, int rounds) {

    record Medians(double measured, double limit) {}

    Medians compare(Shot measured, Shot limit) throws IOException, InterruptedException {
        // Until the compiler is done with both.
        Rate.of(workers, time, measured);
        Rate.of(workers, time, limit);
        List<Double> ours = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            limits.add(Rate.of(workers, time, limit).perSecond());
            ours.add(Rate.of(workers, time, measured).perSecond());
        }
        return new Medians(median(ours), median(limits));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
