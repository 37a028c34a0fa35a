package io.abonent.bench.stress;

import io.abonent.bench.speed.Shot;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests that are sent when they are due, however many of those before them are still waiting: people do not come more slowly
 * because a house is slow.
 *
 * @param members who ask in turn
 * @param deadline an answer that comes later is worth nothing
 */
record OpenLoop(int members, double perSecond, Duration time, Duration deadline) {

    /** Each is a connection: what the generator can keep open without being what is measured. */
    private static final int MOST_OPEN = 6_000;

    Fates offer(Shot shot) throws InterruptedException {
        List<Fate> fates = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger open = new AtomicInteger();
        long all = Math.round(perSecond * time.toMillis() / 1e3);
        long start = System.nanoTime();
        long sent = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long turn = 0; turn < all; turn++) {
                long early = start + (long) (turn * 1e9 / perSecond) - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(Duration.ofNanos(early));
                }
                if (open.get() >= MOST_OPEN) {
                    fates.add(new Fate(Fate.Kind.NOT_SENT, 0, ""));
                    continue;
                }
                sent++;
                open.incrementAndGet();
                int who = (int) (turn % members);
                threads.execute(() -> {
                    fates.add(fired(shot, who));
                    open.decrementAndGet();
                });
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            // What is answered after the end would count as done in a time in which it was not.
            return new Fates(snapshot(fates), sent, seconds);
        }
    }

    private static List<Fate> snapshot(List<Fate> fates) {
        synchronized (fates) {
            return List.copyOf(fates);
        }
    }

    private Fate fired(Shot shot, int who) {
        long sent = System.nanoTime();
        IOException trouble = null;
        try {
            shot.fire(who);
        } catch (IOException e) {
            trouble = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Fate.of(trouble, Duration.ofNanos(System.nanoTime() - sent), deadline);
    }
}
