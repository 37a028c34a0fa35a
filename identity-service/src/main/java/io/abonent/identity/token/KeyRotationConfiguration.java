package io.abonent.identity.token;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyRotationConfiguration {

    /** The next key is published long before it signs, so an hour more or less does not matter. */
    @Bean
    RecurringTask<Void> signingKeyRotation(StoredSigningKeys keys) {
        return Tasks.recurring("signing-key-rotation", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> keys.makeDue());
    }
}
