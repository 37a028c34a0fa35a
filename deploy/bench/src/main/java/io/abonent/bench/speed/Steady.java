package io.abonent.bench.speed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Requests that come when they are due, whether or not those before them have been answered. */
record Steady(int workers, int perSecond, Duration time) {

    /** Each from the moment when it was due: who had to wait for a free worker has waited, too. */
    Latencies of(Shot shot) throws IOException, InterruptedException {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        AtomicLong turns = new AtomicLong();
        long start = System.nanoTime();
        Rate rate = Rate.of(workers, time, worker -> {
            long due = start + turns.getAndIncrement() * 1_000_000_000L / perSecond;
            long early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(Duration.ofNanos(early));
            }
            shot.fire(worker);
            millis.add((System.nanoTime() - due) / 1e6);
        });
        return new Latencies(millis, rate.perSecond());
    }
}
