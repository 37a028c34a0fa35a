package io.abonent.platform.outbox;

import io.abonent.contracts.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collects events and writes them as the last thing a transaction does before its commit. */
final class TransactionalEventPublisher implements EventPublisher {

    /** By aggregate, then by version: one order for all writers, and the relay's order within an aggregate. */
    private static final Comparator<OutboxRow> LOCK_ORDER =
            Comparator.comparing(OutboxRow::aggregateId).thenComparingLong(OutboxRow::aggregateVersion);

    private final OutboxRows rows;
    private final OutboxWriter writer;
    private final OutboxWakeUp wakeUp;
    private final DataSource dataSource;
    private final Runnable flush;

    TransactionalEventPublisher(
            OutboxRows rows, OutboxWriter writer, OutboxWakeUp wakeUp, DataSource dataSource, Runnable flush) {
        this.rows = rows;
        this.writer = writer;
        this.wakeUp = wakeUp;
        this.dataSource = dataSource;
        this.flush = flush;
    }

    @Override
    public <A> void publish(A aggregate, Function<? super A, ? extends Event> toEvent) {
        pending().add(() -> toEvent.apply(aggregate));
    }

    @Override
    public void publish(Event event) {
        pending().add(() -> event);
    }

    private PendingEvents pending() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("Events are published inside a transaction only");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("A read-only transaction has nothing to tell");
        }
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof PendingEvents pending) {
                return pending;
            }
        }
        PendingEvents pending = new PendingEvents(this::write, wakeUp::wake);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void write(List<Supplier<? extends Event>> events) {
        if (!TransactionSynchronizationManager.hasResource(dataSource)) {
            throw new IllegalStateException("The transaction is not one of the outbox's database");
        }
        flush.run();
        List<OutboxRow> written = new ArrayList<>(events.size());
        Set<AggregateVersion> seen = new HashSet<>();
        for (Supplier<? extends Event> event : events) {
            OutboxRow row = rows.of(event.get());
            if (!seen.add(new AggregateVersion(row.topic(), row.aggregateId(), row.aggregateVersion()))) {
                throw new IllegalStateException("Two events of " + row.topic() + " " + row.aggregateId()
                        + " with version " + row.aggregateVersion() + ": consumers would pass over the second");
            }
            written.add(row);
        }
        written.sort(LOCK_ORDER);
        writer.write(written);
    }

    private record AggregateVersion(String topic, UUID aggregateId, long version) {}
}
