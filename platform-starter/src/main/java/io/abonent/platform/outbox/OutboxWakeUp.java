package io.abonent.platform.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the relay of this process that rows were committed. Any number of calls make one round of the relay. */
public final class OutboxWakeUp {

    private final Semaphore signal = new Semaphore(0);

    /** Now, or after the commit if a transaction is running. */
    public void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    void wake() {
        // One permit is enough, and a lost race for a second one costs one empty round.
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** To be called before reading: whatever is committed after this wakes again. */
    void forget() {
        signal.drainPermits();
    }

    void await(Duration atMost) throws InterruptedException {
        if (signal.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }
}
