package io.abonent.account.link;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerificationTask {

    @Bean
    Task<Void> verifyLink(VerifyingLinks verifying) {
        return Tasks.custom(VerificationSchedule.VERIFY_LINK)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Instant> next = verifying.verify(UUID.fromString(instance.getId()));
                    return next.<CompletionHandler<Void>>map(
                                    at -> (complete, operations) -> operations.reschedule(complete, at))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }
}
