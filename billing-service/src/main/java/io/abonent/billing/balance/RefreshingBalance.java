package io.abonent.billing.balance;

import com.github.kagkarlsson.scheduler.task.Task;
import io.abonent.billing.backoffice.SupplierBackOffice;
import io.abonent.billing.backoffice.SupplierBackOffice.Account;
import io.abonent.billing.backoffice.SupplierBackOffice.Figures;
import io.abonent.billing.balance.BalanceReads.Held;
import io.abonent.billing.link.Link;
import io.abonent.billing.link.LinkFollowUp;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.work.Backoff;
import io.abonent.billing.work.Next;
import io.abonent.billing.work.Work;
import io.abonent.billing.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gets figures from the supplier: when an account is linked, after a posting, and when a reader finds them too old. */
@Component
public class RefreshingBalance implements LinkFollowUp {

    private static final Logger log = LoggerFactory.getLogger(RefreshingBalance.class);
    private static final String TASK = "balance-refresh";

    private final Balances balances;
    private final SupplierBackOffice backOffice;
    private final BalanceProperties properties;
    private final WorkQueue work;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Executor threads;

    RefreshingBalance(
            Balances balances,
            SupplierBackOffice backOffice,
            BalanceProperties properties,
            WorkQueue work,
            JdbcClient jdbc,
            Clock clock,
            @Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) Executor threads) {
        this.balances = balances;
        this.backOffice = backOffice;
        this.properties = properties;
        this.work = work;
        this.jdbc = jdbc;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public void linked(Link link) {
        work.put(TASK, link.supplyAccountId());
    }

    /** Soon, and certainly: a row of its own, because a refresh under way may have asked too early. */
    public void later(UUID supplyAccountId) {
        work.putAnother(TASK, supplyAccountId);
    }

    /** The figures, asked for now if they are too old; the last known ones if the supplier is silent. */
    public Optional<Balance> current(Link link) {
        return current(link, balances.find(link.supplyAccountId()));
    }

    /** Without asking anybody: safe inside a transaction. */
    public Optional<Balance> known(UUID supplyAccountId) {
        return balances.find(supplyAccountId);
    }

    Optional<Balance> current(Link link, Optional<Balance> known) {
        if (known.isPresent() && isFresh(known.get())) {
            return known;
        }
        try {
            return Optional.of(ask(link));
        } catch (PartnerUnavailable e) {
            log.info("figures of account {} could not be refreshed: {}", link.supplyAccountId(), e.getMessage());
            return known;
        }
    }

    /** The same for many accounts; their suppliers are asked side by side. */
    public List<Held> current(List<Held> accounts) {
        List<Supplier<Optional<Balance>>> answers =
                accounts.stream().map(this::beginning).toList();
        List<Held> current = new ArrayList<>(accounts.size());
        for (int index = 0; index < accounts.size(); index++) {
            current.add(new Held(accounts.get(index).link(), answers.get(index).get()));
        }
        return List.copyOf(current);
    }

    private Supplier<Optional<Balance>> beginning(Held held) {
        if (held.balance().filter(this::isFresh).isPresent()) {
            return held::balance;
        }
        return CompletableFuture.supplyAsync(() -> current(held.link(), held.balance()), threads)::join;
    }

    public boolean isFresh(Balance balance) {
        return balance.askedAt().plus(properties.freshFor()).isAfter(clock.instant());
    }

    public boolean isStale(Balance balance) {
        return balance.askedAt().plus(properties.warnAfter()).isBefore(clock.instant());
    }

    private Balance ask(Link link) {
        long moment = balances.nextMoment();
        Instant askedAt = clock.instant();
        Figures figures = backOffice.balance(new Account(link.supplierId(), link.supplierAccountRef()));
        return balances.store(link, figures, moment, askedAt);
    }

    private Next refresh(UUID supplyAccountId) {
        // Any link will do, also an ended one: a payment of it may just have been posted.
        Optional<Link> anyLink =
                jdbc.sql("""
                select link_id, user_id, supply_account_id, supplier_id, supplier_account_ref, false as extended
                  from account_link where supply_account_id = :id and supplier_account_ref is not null
                 order by active desc limit 1
                """).param("id", supplyAccountId).query(Link.class).optional();
        anyLink.ifPresent(this::ask);
        return Next.done();
    }

    @Bean
    Task<Void> balanceRefreshTask() {
        Backoff backoff = new Backoff(properties.refreshFirstPause(), properties.refreshLongestPause());
        return Work.named(TASK, backoff, clock, this::refresh);
    }
}
