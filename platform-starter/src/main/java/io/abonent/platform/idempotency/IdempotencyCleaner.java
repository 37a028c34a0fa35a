package io.abonent.platform.idempotency;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes answers nobody will ask for again, in small batches so that no lock is held for long. */
final class IdempotencyCleaner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyCleaner.class);
    private static final int BATCH = 1_000;

    private final IdempotencyRows rows;
    private final IdempotencyProperties properties;
    private volatile boolean running;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(thread());

    IdempotencyCleaner(IdempotencyRows rows, IdempotencyProperties properties) {
        this.rows = rows;
        this.properties = properties;
    }

    /** @return how many were deleted */
    int clean() {
        int total = 0;
        int deleted;
        do {
            deleted = rows.clean(properties.keep(), BATCH);
            total += deleted;
        } while (deleted == BATCH);
        return total;
    }

    private void cleanQuietly() {
        try {
            int deleted = clean();
            LOG.debug("{} old answers deleted", deleted);
        } catch (RuntimeException away) {
            // A timer that throws never fires again.
            LOG.warn("Old answers could not be deleted, the next run will: {}", away.getMessage());
        }
    }

    @Override
    public void start() {
        if (timer.isShutdown()) {
            timer = Executors.newSingleThreadScheduledExecutor(thread());
        }
        long every = properties.cleanEvery().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::cleanQuietly, every, every, TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static java.util.concurrent.ThreadFactory thread() {
        return Thread.ofPlatform().daemon().name("idempotency-cleaner").factory();
    }
}
