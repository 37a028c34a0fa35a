package io.abonent.local.journey;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for what happens elsewhere. */
public final class Polling {

    private Polling() {}

    public static <T> T until(String what, Supplier<T> look, Predicate<T> enough) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        T last = look.get();
        while (!enough.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited 40 s for " + what + ", the last look gave " + last);
            }
            pause();
            last = look.get();
        }
        return last;
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
