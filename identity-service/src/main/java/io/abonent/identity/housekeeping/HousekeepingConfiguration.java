package io.abonent.identity.housekeeping;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HousekeepingConfiguration {

    @Bean
    RecurringTask<Void> identityHousekeeping(Housekeeping housekeeping) {
        return Tasks.recurring("identity-housekeeping", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((task, context) -> housekeeping.sweep());
    }
}
