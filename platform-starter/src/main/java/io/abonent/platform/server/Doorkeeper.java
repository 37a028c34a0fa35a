package io.abonent.platform.server;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets in as many as there are places; the others meet threads that do nothing but refuse. Virtual threads take turns in the
 * order in which they came, and nobody interrupts one that computes: a refusal on such a thread would wait for all who were
 * let in (F-87).
 */
final class Doorkeeper implements Executor {

    /** More of them would take the processors from those who were let in. */
    private static final int KEEPERS = 2;

    private final Executor inside;
    private final Semaphore places;
    private final AtomicInteger coming = new AtomicInteger();
    private final ThreadPoolExecutor keepers;

    Doorkeeper(Executor inside, Semaphore places) {
        this.inside = inside;
        this.places = places;
        this.keepers = new ThreadPoolExecutor(
                KEEPERS, KEEPERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Keeper::new);
        keepers.allowCoreThreadTimeOut(true);
    }

    /** Whether the current thread may only refuse. */
    static boolean isHere() {
        return Thread.currentThread() instanceof Keeper;
    }

    @Override
    public void execute(Runnable task) {
        // Who is on the way in has not taken a place yet.
        if (coming.incrementAndGet() <= places.availablePermits()) {
            inside.execute(() -> {
                coming.decrementAndGet();
                task.run();
            });
        } else {
            coming.decrementAndGet();
            keepers.execute(task);
        }
    }

    private static final class Keeper extends Thread {

        private Keeper(Runnable work) {
            super(work, "doorkeeper");
            setDaemon(true);
        }
    }
}
