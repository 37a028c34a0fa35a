package io.abonent.platform.guard;

import java.util.function.Function;

/**
 * One question to the service that owns a fact, asked only when the local replica does not know it yet: at most 200 ms,
 * behind a circuit breaker, and not asked again for a short while after a "no". Anything but a clear yes is a no.
 *
 * @param <K> what is asked about; equals decides what counts as the same question
 */
public interface OwnerQuestion<K> {

    boolean confirmed(K key);

    /** Creates questions; the name appears in metrics and as the circuit breaker's name. */
    interface Factory {

        /** @param ask the call; it may throw and may take its time, the guard sees to both */
        <K> OwnerQuestion<K> question(String name, Function<K, Boolean> ask);
    }
}
