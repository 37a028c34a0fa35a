package io.abonent.bench.witness;

import java.util.concurrent.atomic.AtomicLong;

/** So many per second and no more; what was missed while the house was away is not made up for at once. */
final class Pace {

    private static final long CATCH_UP_NANOS = 500_000_000L;

    private final long gapNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Pace(double perSecond) {
        this.gapNanos = (long) (1_000_000_000L / perSecond);
    }

    void await() throws InterruptedException {
        long now = System.nanoTime();
        long mine = next.updateAndGet(before -> Math.max(before, now - CATCH_UP_NANOS) + gapNanos);
        if (mine > now) {
            Thread.sleep((mine - now) / 1_000_000L, (int) ((mine - now) % 1_000_000L));
        }
    }
}
