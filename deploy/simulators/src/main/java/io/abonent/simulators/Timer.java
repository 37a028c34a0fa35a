package io.abonent.simulators;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs things later, each on its own virtual thread, so that a slow one holds up nobody. */
@Component
public class Timer {

    private static final Logger log = LoggerFactory.getLogger(Timer.class);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simulators-timer").factory());

    public void after(Duration delay, Runnable task) {
        var ignored = clockwork.schedule(
                () -> Thread.startVirtualThread(guarded(task)), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void every(Duration period, Runnable task) {
        long millis = period.toMillis();
        var ignored = clockwork.scheduleWithFixedDelay(guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("A timed task failed", e);
            }
        };
    }

    @PreDestroy
    void stop() {
        clockwork.shutdownNow();
    }
}
