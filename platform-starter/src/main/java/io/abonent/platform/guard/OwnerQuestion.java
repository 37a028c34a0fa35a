package io.abonent.platform.guard;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One question to the service that owns a fact, asked only when the local replica does not know it yet: at most 200 ms,
 * behind a circuit breaker, and not asked again for a short while after it was answered with nothing. Whoever asks lets
 * nobody in without an answer; but an owner that is silent has not said no, and nobody is told so: a request ends with 503.
 *
 * @param <K> what is asked about; equals decides what counts as the same question
 * @param <A> what the owner says
 */
public interface OwnerQuestion<K, A> {

    /** @throws OwnerSilent if there is no answer in time, or were too many at once */
    Optional<A> answer(K key);

    /** Whether the owner knows anything of it. */
    default boolean confirmed(K key) {
        return answer(key).isPresent();
    }

    /** Creates questions; the name appears in metrics and as the circuit breaker's name. */
    interface Factory {

        /** @param ask the call; it may throw and may take its time, the guard sees to both */
        <K, A> OwnerQuestion<K, A> question(String name, Function<K, Optional<A>> ask);

        /** A question that is answered with yes or with nothing. */
        default <K> OwnerQuestion<K, Boolean> confirmation(String name, Predicate<K> ask) {
            return question(name, key -> Optional.of(Boolean.TRUE).filter(yes -> ask.test(key)));
        }
    }
}
