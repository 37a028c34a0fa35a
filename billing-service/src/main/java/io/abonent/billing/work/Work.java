package io.abonent.billing.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the workers. A worker killed on the way is started again: every step must stand being repeated. */
public final class Work {

    private static final Logger log = LoggerFactory.getLogger(Work.class);

    private Work() {}

    /** @param step gets the id the work was put down with */
    public static Task<Void> named(String name, Backoff backoff, Clock clock, Function<UUID, Next> step) {
        return Tasks.custom(name, Void.class)
                .onFailure(retry(name, backoff, clock))
                .onDeadExecutionRevive()
                .execute((instance, context) -> completion(step.apply(WorkQueue.subjectOf(instance.getId()))));
    }

    private static CompletionHandler<Void> completion(Next next) {
        return switch (next) {
            case Next.Done() -> new CompletionHandler.OnCompleteRemove<>();
            case Next.Again(Instant at) -> (complete, operations) -> operations.reschedule(complete, at);
        };
    }

    private static FailureHandler<Void> retry(String name, Backoff backoff, Clock clock) {
        return (complete, operations) -> {
            int failures = failuresOf(complete);
            Instant next = clock.instant().plus(backoff.after(failures, ThreadLocalRandom.current()));
            log.warn(
                    "{} {} failed {} time(s), next try at {}: {}",
                    name,
                    complete.getExecution().taskInstance.getId(),
                    failures,
                    next,
                    complete.getCause().map(Throwable::toString).orElse("no cause"));
            operations.reschedule(complete, next);
        };
    }

    private static int failuresOf(ExecutionComplete complete) {
        return complete.getExecution().consecutiveFailures + 1;
    }
}
