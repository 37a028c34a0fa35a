package io.abonent.notification.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One db-scheduler task per delivery, named by the delivery's id. */
@Component
class SchedulerDeliveryQueue implements DeliveryQueue {

    static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("deliver");

    private static final Logger log = LoggerFactory.getLogger(SchedulerDeliveryQueue.class);

    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;

    SchedulerDeliveryQueue(SchedulerClient client, ObjectProvider<Scheduler> scheduler) {
        this.client = client;
        this.scheduler = scheduler;
    }

    @Override
    public void schedule(UUID deliveryId, int priority, Instant at) {
        client.scheduleIfNotExists(
                DELIVER.instance(deliveryId.toString()).priority(priority).build(), at);
        wakeAfterCommit();
    }

    @Override
    public void hurry(UUID deliveryId, Instant at) {
        try {
            client.reschedule(DELIVER.instanceId(deliveryId.toString()), at);
            wakeAfterCommit();
        } catch (TaskInstanceException gone) {
            log.debug(
                    "Delivery {} needs no hurry: {}",
                    deliveryId,
                    gone.getClass().getSimpleName());
        }
    }

    /** Otherwise a code would wait for the next poll; before the commit the worker would not see the row. */
    private void wakeAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        } else {
            wake();
        }
    }

    private void wake() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
}
