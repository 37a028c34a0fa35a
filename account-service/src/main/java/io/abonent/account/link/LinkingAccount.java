package io.abonent.account.link;

import io.abonent.account.consent.ConsentGate;
import io.abonent.account.supplier.AccountLookup;
import io.abonent.platform.event.Ids;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the link, once the supplier has been asked. Everything that may have changed meanwhile is looked at again. */
@Service
class LinkingAccount {

    sealed interface Outcome permits Linked, Waiting, LinkRefused {}

    record Linked(AccountLinkView link) implements Outcome {}

    /** The supplier did not answer; it will be asked again. */
    record Waiting(AccountLinkView link) implements Outcome {}

    private final AccountLinks links;
    private final OpenLinks openLinks;
    private final SupplyAccounts accounts;
    private final ConsentGate gate;
    private final VerificationSchedule verifications;
    private final EventPublisher events;
    private final LinkingProperties limits;
    private final Clock clock;

    LinkingAccount(
            AccountLinks links,
            OpenLinks openLinks,
            SupplyAccounts accounts,
            ConsentGate gate,
            VerificationSchedule verifications,
            EventPublisher events,
            LinkingProperties limits,
            Clock clock) {
        this.links = links;
        this.openLinks = openLinks;
        this.accounts = accounts;
        this.gate = gate;
        this.verifications = verifications;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    @Transactional
    Outcome link(UUID userId, AskingSupplier.Answered answer, @Nullable String alias) {
        openLinks.lock(userId);
        if (gate.closedSince(userId, answer.pass())) {
            return new LinkRefused.ConsentMissing();
        }
        LinkRequest request = answer.request(userId, alias);
        Optional<UUID> existing = openLinks.find(userId, request.supplierId(), request.accountNumber());
        if (existing.isPresent()) {
            return new LinkRefused.AlreadyLinked(existing.get());
        }
        if (openLinks.count(userId) >= limits.maxLinks()) {
            return new LinkRefused.LimitReached(limits.maxLinks());
        }
        AccountLink link = AccountLink.requested(Ids.next(), request, clock.instant());
        String supplierName = answer.supplier().profile().name();
        return switch (answer.lookup()) {
            case AccountLookup.Found found ->
                new Linked(AccountLinkView.of(
                        link,
                        supplierName,
                        activate(link, found, answer.supplier().profile().fullAccessByDefault())));
            case AccountLookup.Unavailable unavailable -> wait(link, supplierName);
            case AccountLookup.NotFound none -> new LinkRefused.NotLinkable();
        };
    }

    private SupplyAccount activate(AccountLink link, AccountLookup.Found found, boolean fullAccess) {
        SupplyAccount account = accounts.confirmed(link.supplierId(), link.accountNumber(), found);
        link.activate(account.id(), fullAccess, clock.instant());
        events.publish(links.save(link), saved -> AccountLinkEvents.linked(saved, account));
        return account;
    }

    private Waiting wait(AccountLink link, String supplierName) {
        Instant next = clock.instant().plus(limits.firstRetry());
        links.save(link);
        verifications.schedule(link.id(), next);
        return new Waiting(AccountLinkView.of(link, supplierName, null));
    }
}
