package io.abonent.bench.speed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What so many workers get done, each asking again as soon as it is answered. */
public record Rate(long done, double seconds) {

    public static Rate of(int workers, Duration time, Shot shot) throws IOException, InterruptedException {
        List<Future<Long>> running = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            for (int worker = 0; worker < workers; worker++) {
                int who = worker;
                running.add(threads.submit(() -> {
                    long done = 0;
                    while (System.nanoTime() < end) {
                        shot.fire(who);
                        done++;
                    }
                    return done;
                }));
            }
            long done = 0;
            for (Future<Long> each : running) {
                done += each.get();
            }
            return new Rate(done, (System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IOException("a request was not answered as expected", e.getCause());
        }
    }

    public double perSecond() {
        return done / seconds;
    }

    /** Of what was done, when it was over only so many seconds later. */
    double perSecondWith(double more) {
        return done / (seconds + more);
    }
}
