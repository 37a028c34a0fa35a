package io.abonent.account.attempt;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of attempts as small as the number of people who tried lately. */
@Configuration(proxyBeanMethods = false)
class ForgettingAttempts {

    @Bean
    Task<Void> forgetAttempts(AttemptBudgets budgets) {
        return Tasks.recurring("forget-attempts", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> budgets.forgetEnded(Duration.ofDays(1)));
    }
}
