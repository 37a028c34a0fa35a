package io.abonent.account.access;

import io.abonent.account.attempt.AttemptSources;
import io.abonent.account.consent.ConsentGate;
import io.abonent.account.link.LinkAccess;
import io.abonent.account.supplier.AccessMethod;
import io.abonent.account.supplier.AccessMethodRule;
import io.abonent.account.supplier.Supplier;
import io.abonent.account.supplier.SupplierBackOffice;
import io.abonent.account.supplier.Suppliers;
import io.abonent.platform.security.CurrentUser;
import io.abonent.platform.web.ClientAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finds out whether a person holds the bill or stands before the meter, without letting anybody guess it. */
@Service
class ProvingAccess {

    sealed interface Outcome {}

    /** Proven now, or before. */
    record Proven() implements Outcome {}

    sealed interface Refused extends Outcome {

        record ConsentMissing() implements Refused {}

        record NotThere() implements Refused {}

        record MethodDisabled() implements Refused {}

        record Mismatch(int attemptsLeft) implements Refused {}

        record Locked(Duration retryAfter) implements Refused {}

        record SupplierUnavailable() implements Refused {}

        /** The supplier has closed or removed the account. */
        record AccountGone() implements Refused {}
    }

    private final ConsentGate gate;
    private final LinkAccess links;
    private final Suppliers suppliers;
    private final SupplierBackOffice backOffice;
    private final AccessAttempts attempts;
    private final AttemptSources sources;

    ProvingAccess(
            ConsentGate gate,
            LinkAccess links,
            Suppliers suppliers,
            SupplierBackOffice backOffice,
            AccessAttempts attempts,
            AttemptSources sources) {
        this.gate = gate;
        this.links = links;
        this.suppliers = suppliers;
        this.backOffice = backOffice;
        this.attempts = attempts;
        this.sources = sources;
    }

    /** Asks a partner: not inside a database transaction. */
    Outcome prove(CurrentUser user, UUID linkId, AccessMethod method, String typed, ClientAddress from) {
        if (!gate.pass(user).open()) {
            return new Refused.ConsentMissing();
        }
        Optional<LinkAccess.Reach> found = links.find(user.userId(), linkId);
        if (found.isEmpty()) {
            return new Refused.NotThere();
        }
        LinkAccess.Reach link = found.get();
        if (link.extended()) {
            return new Proven();
        }
        LinkAccess.Account account = link.account();
        if (account == null) {
            // Still waiting for the supplier to confirm the account at all.
            return new Refused.SupplierUnavailable();
        }
        Supplier supplier = suppliers.find(link.supplierId()).orElseThrow();
        Optional<AccessMethodRule> rule = supplier.profile().accessMethod(method);
        if (rule.isEmpty()) {
            return new Refused.MethodDisabled();
        }
        AccessAttempts.Guess guess = new AccessAttempts.Guess(
                linkId, user.userId(), account.supplyAccountId(), supplier.id(), sources.subject(from));
        return AccessSecret.normalised(typed, rule.get())
                .map(secret -> guess(guess, account.supplierAccountRef(), method, secret))
                .orElseGet(() -> impossible(guess));
    }

    private Outcome guess(AccessAttempts.Guess guess, String accountRef, AccessMethod method, String secret) {
        return switch (attempts.charge(guess)) {
            case AccessAttempts.Charged.Locked locked -> new Refused.Locked(locked.retryAfter());
            case AccessAttempts.Charged.Allowed allowed ->
                switch (backOffice.proveAccess(guess.supplierId(), accountRef, method, secret)) {
                    case MATCH -> {
                        attempts.giveBack(guess);
                        yield new Proven();
                    }
                    case MISMATCH -> {
                        attempts.wrong(guess);
                        yield new Refused.Mismatch(allowed.left());
                    }
                    case ACCOUNT_GONE -> {
                        attempts.giveBack(guess);
                        yield new Refused.AccountGone();
                    }
                    case UNAVAILABLE -> {
                        attempts.giveBack(guess);
                        yield new Refused.SupplierUnavailable();
                    }
                };
        };
    }

    private Outcome impossible(AccessAttempts.Guess guess) {
        return switch (attempts.look(guess)) {
            case AccessAttempts.Charged.Locked locked -> new Refused.Locked(locked.retryAfter());
            case AccessAttempts.Charged.Allowed allowed -> new Refused.Mismatch(allowed.left());
        };
    }
}
