package io.abonent.bench.speed;

import io.abonent.bench.run.Summary;
import java.util.List;

/**
 * @param millis sorted
 * @param perSecond the rate at which they came
 */
record Latencies(List<Double> millis, double perSecond) {

    Latencies {
        millis = millis.stream().sorted().toList();
        if (millis.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    double quantile(double share) {
        return Summary.percentile(millis, share);
    }
}
