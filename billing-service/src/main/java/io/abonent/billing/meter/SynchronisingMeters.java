package io.abonent.billing.meter;

import com.github.kagkarlsson.scheduler.task.Task;
import io.abonent.billing.backoffice.SupplierBackOffice;
import io.abonent.billing.backoffice.SupplierBackOffice.Account;
import io.abonent.billing.link.Link;
import io.abonent.billing.link.LinkFollowUp;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.work.Backoff;
import io.abonent.billing.work.Next;
import io.abonent.billing.work.Work;
import io.abonent.billing.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the meters of an account in step with the supplier: when it is linked, and when a reader finds them too old. */
@Component
public class SynchronisingMeters implements LinkFollowUp {

    private static final Logger log = LoggerFactory.getLogger(SynchronisingMeters.class);
    private static final String TASK = "meter-sync";

    private final Meters meters;
    private final SupplierBackOffice backOffice;
    private final MeterProperties properties;
    private final WorkQueue work;
    private final JdbcClient jdbc;
    private final Clock clock;

    SynchronisingMeters(
            Meters meters,
            SupplierBackOffice backOffice,
            MeterProperties properties,
            WorkQueue work,
            JdbcClient jdbc,
            Clock clock) {
        this.meters = meters;
        this.backOffice = backOffice;
        this.properties = properties;
        this.work = work;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void linked(Link link) {
        work.put(TASK, link.supplyAccountId());
    }

    /** The account's meters, as last known if the supplier is silent; empty if they were never known. */
    public Optional<List<Meter>> current(Link link) {
        Optional<Instant> syncedAt = meters.syncedAt(link.supplyAccountId());
        boolean fresh = syncedAt.isPresent()
                && syncedAt.get().plus(properties.freshFor()).isAfter(clock.instant());
        if (!fresh) {
            try {
                synchronise(link);
            } catch (PartnerUnavailable e) {
                log.info("meters of account {} could not be refreshed: {}", link.supplyAccountId(), e.getMessage());
                if (syncedAt.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(meters.ofAccount(link.supplyAccountId()));
    }

    private void synchronise(Link link) {
        Instant askedAt = clock.instant();
        meters.synchronised(
                link, backOffice.meters(new Account(link.supplierId(), link.supplierAccountRef())), askedAt);
    }

    private Next synchronise(UUID supplyAccountId) {
        jdbc.sql("""
                select link_id, user_id, supply_account_id, supplier_id, supplier_account_ref, false as extended
                  from account_link where supply_account_id = ? and active limit 1
                """).param(supplyAccountId).query(Link.class).optional().ifPresent(this::synchronise);
        return Next.done();
    }

    @Bean
    Task<Void> meterSyncTask() {
        Backoff backoff = new Backoff(properties.firstPause(), properties.longestPause());
        return Work.named(TASK, backoff, clock, this::synchronise);
    }
}
