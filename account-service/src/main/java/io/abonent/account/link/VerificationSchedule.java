package io.abonent.account.link;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts a waiting link on the workers' list, in the transaction that makes it wait. */
@Component
class VerificationSchedule {

    /** The instance's id is the link's id. */
    static final TaskDescriptor<Void> VERIFY_LINK = TaskDescriptor.of("verify-link");

    private final SchedulerClient scheduler;

    VerificationSchedule(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    void schedule(UUID linkId, Instant at) {
        scheduler.scheduleIfNotExists(VERIFY_LINK.instance(linkId.toString()).scheduledTo(at));
    }
}
