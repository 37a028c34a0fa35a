package io.abonent.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadyTests {

    @Test
    void whoHadToWaitForAFreeWorkerHasWaitedToo() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);

        Latencies latencies = new Steady(1, 100, Duration.ofMillis(600)).of(worker -> {
            if (first.getAndSet(false)) {
                Thread.sleep(300);
            }
        });

        // 29 came while the only worker was busy, the last of them some milliseconds before it was free.
        assertThat(latencies.millis().stream().filter(millis -> millis > 20).count())
                .isGreaterThan(15);
        assertThat(latencies.quantile(1)).isGreaterThanOrEqualTo(300);
    }

    @Test
    void asksAtTheRateThatIsAskedFor() throws Exception {
        Latencies latencies = new Steady(4, 200, Duration.ofMillis(500)).of(worker -> {});

        assertThat(latencies.millis()).hasSizeBetween(80, 104);
    }

    @Test
    void quantilesAreOfSortedValues() {
        List<Double> values = IntStream.rangeClosed(1, 101)
                .mapToObj(value -> (double) (102 - value))
                .toList();

        Latencies latencies = new Latencies(values, 1);

        assertThat(latencies.quantile(0.5)).isEqualTo(51);
        assertThat(latencies.quantile(0.99)).isEqualTo(100);
    }

    @Test
    void nothingMeasuredIsNoResult() {
        assertThatThrownBy(() -> new Latencies(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
