package io.abonent.billing.ledger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Adds the whole journal up now and then, although the database lets nothing unbalanced in: the second net. */
@Component
class WatchingLedger {

    private static final Logger log = LoggerFactory.getLogger(WatchingLedger.class);

    private final Ledger ledger;
    private final Duration pause;
    private final AtomicInteger found;

    WatchingLedger(Ledger ledger, MeterRegistry metrics, @Value("${abonent.ledger.check-every:6h}") Duration pause) {
        this.ledger = ledger;
        this.pause = pause;
        this.found = metrics.gauge("abonent.ledger.imbalances", new AtomicInteger());
    }

    private void check() {
        List<Ledger.Imbalance> imbalances = ledger.imbalances();
        found.set(imbalances.size());
        imbalances.forEach(imbalance -> log.error("LEDGER does not add up: {}", imbalance));
    }

    @Bean
    RecurringTask<Void> ledgerCheckTask() {
        return Tasks.recurring("ledger-check", FixedDelay.of(pause)).execute((instance, context) -> check());
    }
}
