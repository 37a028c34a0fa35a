package io.abonent.bench.stress;

import java.time.Duration;

/** Processor time of this process from now on. */
final class Cores {

    private final long start = System.nanoTime();
    private final Duration before = cpu();

    double used() {
        return cpu().minus(before).toNanos() / (double) (System.nanoTime() - start);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
