package io.abonent.notification.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryTasks {

    /** A worker that died is noticed by its missing heartbeat, and its delivery is attempted again. */
    @Bean
    Task<Void> deliver(SendingDeliveries sending) {
        return Tasks.custom(SchedulerDeliveryQueue.DELIVER)
                .onFailureReschedule(FixedDelay.of(Duration.ofSeconds(20)))
                .onDeadExecutionRevive()
                .execute((instance, _) -> sending.attempt(UUID.fromString(instance.getId()))
                        .<CompletionHandler<Void>>map(
                                next -> (complete, operations) -> operations.reschedule(complete, next))
                        .orElse(new CompletionHandler.OnCompleteRemove<>()));
    }

    @Bean
    Task<Void> forgetSmsReceipts(SmsReceipts receipts) {
        return Tasks.recurring("forget-sms-receipts", Schedules.daily(LocalTime.of(4, 10)))
                .execute((_, _) -> receipts.forgetOld());
    }
}
