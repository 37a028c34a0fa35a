package io.abonent.billing.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.abonent.platform.event.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts down work as rows of db-scheduler, inside the caller's transaction if there is one. */
@Component
public class WorkQueue {

    private static final Logger log = LoggerFactory.getLogger(WorkQueue.class);

    // Looked up late: the scheduler needs the tasks, and the tasks need this queue.
    private final ObjectProvider<SchedulerClient> client;
    private final Clock clock;

    WorkQueue(ObjectProvider<SchedulerClient> client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** One row per task and id: what is already waiting is left as it is. */
    public void put(String task, UUID id) {
        putIn(task, id, Duration.ZERO);
    }

    public void putIn(String task, UUID id, Duration delay) {
        client.getObject()
                .scheduleIfNotExists(
                        new TaskInstance<>(task, id.toString()), clock.instant().plus(delay));
        if (delay.isZero()) {
            wakeAfterCommit();
        }
    }

    /**
     * For news about work that may already be waiting for its next look: it is looked at now. While a look is under way
     * its row cannot be moved; then the next regular look sees the news.
     */
    public void hurry(String task, UUID id) {
        Instant now = clock.instant();
        TaskInstanceId waiting = TaskInstanceId.of(task, id.toString());
        if (!client.getObject().scheduleIfNotExists(new TaskInstance<>(task, id.toString()), now)) {
            try {
                client.getObject().reschedule(waiting, now);
            } catch (RuntimeException e) {
                log.debug("{} {} is being worked on: {}", task, id, e.toString());
            }
        }
        wakeAfterCommit();
    }

    /** A row of its own although one for the same subject may just be running. */
    public void putAnother(String task, UUID subject) {
        String instance = subject + "/" + Ids.next();
        client.getObject().scheduleIfNotExists(new TaskInstance<>(task, instance), clock.instant());
        wakeAfterCommit();
    }

    static UUID subjectOf(String instance) {
        return UUID.fromString(instance.length() > 36 ? instance.substring(0, 36) : instance);
    }

    private void wakeAfterCommit() {
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

    /** Saves the poll interval; a crash between commit and here only costs that interval. */
    private void wake() {
        if (client.getObject() instanceof Scheduler scheduler) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
