package io.abonent.consent.evidence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvidenceJobs {

    @Bean
    RecurringTask<Void> verifyEvidence(EvidenceVerification verification, EvidenceProperties properties) {
        return Tasks.recurring("verify-evidence", Schedules.daily(ZoneOffset.UTC, properties.verifyAt()))
                .execute((instance, context) -> verification.verify());
    }
}
