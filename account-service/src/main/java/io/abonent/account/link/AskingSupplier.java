package io.abonent.account.link;

import io.abonent.account.attempt.Attempt;
import io.abonent.account.attempt.AttemptBudgets;
import io.abonent.account.attempt.AttemptKind;
import io.abonent.account.attempt.AttemptSources;
import io.abonent.account.consent.ConsentGate;
import io.abonent.account.supplier.AccountLookup;
import io.abonent.account.supplier.AccountNumberRule;
import io.abonent.account.supplier.Supplier;
import io.abonent.account.supplier.SupplierBackOffice;
import io.abonent.account.supplier.Suppliers;
import io.abonent.platform.security.CurrentUser;
import io.abonent.platform.web.ClientAddress;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way to the supplier: everything that can be refused without asking is refused before, and every question is counted. */
@Service
class AskingSupplier {

    sealed interface Asked permits Answered, LinkRefused {}

    /** @param lookup found and open, or unavailable */
    record Answered(Supplier supplier, String accountNumber, String input, AccountLookup lookup, ConsentGate.Pass pass)
            implements Asked {

        LinkRequest request(UUID userId, @Nullable String alias) {
            return new LinkRequest(
                    userId,
                    supplier.id(),
                    accountNumber,
                    input,
                    supplier.profile().accountNumbers().display(accountNumber),
                    alias);
        }
    }

    private record Asking(UUID userId, ClientAddress from) {}

    private final ConsentGate gate;
    private final Suppliers suppliers;
    private final SupplierBackOffice backOffice;
    private final OpenLinks openLinks;
    private final AttemptBudgets attempts;
    private final AttemptSources sources;
    private final LinkingProperties limits;

    AskingSupplier(
            ConsentGate gate,
            Suppliers suppliers,
            SupplierBackOffice backOffice,
            OpenLinks openLinks,
            AttemptBudgets attempts,
            AttemptSources sources,
            LinkingProperties limits) {
        this.gate = gate;
        this.suppliers = suppliers;
        this.backOffice = backOffice;
        this.openLinks = openLinks;
        this.attempts = attempts;
        this.sources = sources;
        this.limits = limits;
    }

    /** Asks a partner: not inside a database transaction. */
    Asked ask(CurrentUser user, UUID supplierId, String input, ClientAddress from) {
        ConsentGate.Pass pass = gate.pass(user);
        if (!pass.open()) {
            return new LinkRefused.ConsentMissing();
        }
        Optional<Supplier> found = suppliers.find(supplierId);
        if (found.isEmpty()) {
            return new LinkRefused.SupplierUnknown();
        }
        Supplier supplier = found.get();
        if (!supplier.acceptsLinks()) {
            return new LinkRefused.SupplierNotAccepting();
        }
        AccountNumberRule rule = supplier.profile().accountNumbers();
        return switch (rule.normalise(input)) {
            case AccountNumberRule.Result.Refused refused -> new LinkRefused.NumberFormat(rule);
            case AccountNumberRule.Result.Canonical number ->
                ask(new Asking(user.userId(), from), supplier, number.accountNumber(), input, pass);
        };
    }

    private Asked ask(Asking who, Supplier supplier, String number, String input, ConsentGate.Pass pass) {
        Optional<UUID> existing = openLinks.find(who.userId(), supplier.id(), number);
        if (existing.isPresent()) {
            return new LinkRefused.AlreadyLinked(existing.get());
        }
        if (openLinks.count(who.userId()) >= limits.maxLinks()) {
            return new LinkRefused.LimitReached(limits.maxLinks());
        }
        Optional<LinkRefused> exhausted = count(who, supplier.id());
        if (exhausted.isPresent()) {
            return exhausted.get();
        }
        AccountLookup lookup = supplier.inMaintenance()
                ? new AccountLookup.Unavailable()
                : backOffice.findAccount(supplier.id(), number);
        boolean linkable = switch (lookup) {
            case AccountLookup.Found account -> account.open();
            case AccountLookup.NotFound none -> false;
            case AccountLookup.Unavailable unavailable -> true;
        };
        if (!linkable) {
            attempts.take(AttemptKind.LINKING_MISSES_OF_SUPPLIER, supplier.id(), limits.missesPerSupplier());
            return new LinkRefused.NotLinkable();
        }
        return new Answered(supplier, number, input, lookup, pass);
    }

    /** F-70: what a user or an address may try is bounded, and what all may try together at one supplier too. */
    private Optional<LinkRefused> count(Asking who, UUID supplierId) {
        if (attempts.look(AttemptKind.LINKING_MISSES_OF_SUPPLIER, supplierId, limits.missesPerSupplier())
                instanceof Attempt.Exhausted misses) {
            return Optional.of(new LinkRefused.TooManyAttempts(misses.retryAfter()));
        }
        if (attempts.take(AttemptKind.LINKING_HOUR, who.userId(), limits.perHour()) instanceof Attempt.Exhausted hour) {
            return Optional.of(new LinkRefused.TooManyAttempts(hour.retryAfter()));
        }
        if (attempts.take(AttemptKind.LINKING_DAY, who.userId(), limits.perDay()) instanceof Attempt.Exhausted day) {
            return Optional.of(new LinkRefused.TooManyAttempts(day.retryAfter()));
        }
        return sources.subject(who.from())
                .map(address -> attempts.take(AttemptKind.LINKING_OF_ADDRESS, address, limits.perAddress()))
                .flatMap(attempt -> switch (attempt) {
                    case Attempt.Allowed allowed -> Optional.empty();
                    case Attempt.Exhausted address ->
                        Optional.of(new LinkRefused.TooManyAttempts(address.retryAfter()));
                });
    }
}
