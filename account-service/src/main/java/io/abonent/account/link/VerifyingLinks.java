package io.abonent.account.link;

import io.abonent.account.supplier.AccountLookup;
import io.abonent.account.supplier.Supplier;
import io.abonent.account.supplier.SupplierBackOffice;
import io.abonent.account.supplier.Suppliers;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Resolves links whose supplier did not answer: asks again, ever more slowly, until it does (F-50). */
@Service
class VerifyingLinks {

    private final AccountLinks links;
    private final SupplyAccounts accounts;
    private final Suppliers suppliers;
    private final SupplierBackOffice backOffice;
    private final EventPublisher events;
    private final TransactionTemplate transactions;
    private final LinkingProperties limits;
    private final Clock clock;

    VerifyingLinks(
            AccountLinks links,
            SupplyAccounts accounts,
            Suppliers suppliers,
            SupplierBackOffice backOffice,
            EventPublisher events,
            TransactionTemplate transactions,
            LinkingProperties limits,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.backOffice = backOffice;
        this.events = events;
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
    }

    /** @return when to ask again; empty when there is nothing left to ask */
    Optional<Instant> verify(UUID linkId) {
        Optional<AccountLink> waiting = pending(linkId);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        AccountLink link = waiting.get();
        Supplier supplier = suppliers.find(link.supplierId()).orElseThrow();
        return switch (ask(supplier, link)) {
            case AccountLookup.Found found
            when found.open() -> {
                activate(linkId, found, supplier.profile().fullAccessByDefault());
                yield Optional.empty();
            }
            case AccountLookup.Found closed -> reject(linkId);
            case AccountLookup.NotFound none -> reject(linkId);
            case AccountLookup.Unavailable unavailable -> waitOn(link);
        };
    }

    private AccountLookup ask(Supplier supplier, AccountLink link) {
        return supplier.acceptsLinks() && !supplier.inMaintenance()
                ? backOffice.findAccount(supplier.id(), link.accountNumber())
                : new AccountLookup.Unavailable();
    }

    private Optional<AccountLink> pending(UUID linkId) {
        return transactions.execute(
                status -> links.locked(linkId).filter(link -> link.is(LinkStatus.PENDING_SUPPLIER)));
    }

    private void activate(UUID linkId, AccountLookup.Found found, boolean fullAccess) {
        transactions.executeWithoutResult(status -> links.locked(linkId)
                .filter(link -> link.is(LinkStatus.PENDING_SUPPLIER))
                .ifPresent(link -> {
                    SupplyAccount account = accounts.confirmed(link.supplierId(), link.accountNumber(), found);
                    link.activate(account.id(), fullAccess, clock.instant());
                    events.publish(link, saved -> AccountLinkEvents.linked(saved, account));
                }));
    }

    private Optional<Instant> reject(UUID linkId) {
        transactions.executeWithoutResult(status -> links.locked(linkId)
                .filter(link -> link.is(LinkStatus.PENDING_SUPPLIER))
                .ifPresent(link -> link.reject(clock.instant())));
        return Optional.empty();
    }

    private Optional<Instant> waitOn(AccountLink link) {
        Duration age = Duration.between(link.requestedAt(), clock.instant());
        if (age.compareTo(limits.giveUpAfter()) >= 0) {
            transactions.executeWithoutResult(status -> links.locked(link.id())
                    .filter(still -> still.is(LinkStatus.PENDING_SUPPLIER))
                    .ifPresent(still -> still.timeOut(clock.instant())));
            return Optional.empty();
        }
        return Optional.of(clock.instant()
                .plus(limits.pause(age, RandomGenerator.getDefault().nextDouble())));
    }
}
