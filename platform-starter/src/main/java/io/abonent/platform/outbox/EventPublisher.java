package io.abonent.platform.outbox;

import io.abonent.contracts.Event;
import java.util.function.Function;

/**
 * Publishes facts with the transaction that made them true: both are committed or neither is. Only inside a
 * transaction; the rows are written just before the commit, when the aggregate's row is locked, so that the order of
 * the outbox is the order of the aggregate's versions.
 */
public interface EventPublisher {

    /**
     * @param toEvent called after JPA has flushed, so that the aggregate's version is the committed one
     * @throws IllegalStateException outside a transaction, or for a second event of the same aggregate and version
     */
    <A> void publish(A aggregate, Function<? super A, ? extends Event> toEvent);

    /** For writers that know the version, having locked or updated the aggregate's row themselves. */
    void publish(Event event);
}
