package io.abonent.platform.outbox;

import io.abonent.contracts.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;

/** The events of one transaction, until it is about to commit. */
final class PendingEvents implements TransactionSynchronization {

    private final List<Supplier<? extends Event>> events = new ArrayList<>();
    private final Map<Object, Integer> sizesAtSavepoints = new HashMap<>();
    private final Consumer<List<Supplier<? extends Event>>> write;
    private final Runnable committed;
    private boolean written;

    PendingEvents(Consumer<List<Supplier<? extends Event>>> write, Runnable committed) {
        this.write = write;
        this.committed = committed;
    }

    void add(Supplier<? extends Event> event) {
        if (written) {
            throw new IllegalStateException("The transaction is being committed: its events are already written");
        }
        events.add(event);
    }

    /** Last of all, so that what other synchronisations publish or change is included. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void savepoint(Object savepoint) {
        sizesAtSavepoints.put(savepoint, events.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int size = sizesAtSavepoints.getOrDefault(savepoint, 0);
        events.subList(size, events.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        if (!events.isEmpty()) {
            write.accept(events);
        }
    }

    @Override
    public void afterCommit() {
        committed.run();
    }
}
