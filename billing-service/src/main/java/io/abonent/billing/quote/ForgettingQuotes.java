package io.abonent.billing.quote;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Quotes nobody paid are of no use a day later. */
@Component
class ForgettingQuotes {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgettingQuotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void forget() {
        int deleted;
        do {
            deleted = jdbc.sql("""
                    delete from payment_quote where quote_id in (
                        select quote_id from payment_quote where payment_id is null and expires_at < ? limit ?)
                       and payment_id is null
                    """)
                    .params(Timestamp.from(clock.instant().minus(KEPT)), AT_ONCE)
                    .update();
        } while (deleted == AT_ONCE);
    }

    @Bean
    RecurringTask<Void> quoteForgettingTask() {
        return Tasks.recurring("quote-forgetting", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> forget());
    }
}
