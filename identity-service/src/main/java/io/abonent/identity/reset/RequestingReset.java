package io.abonent.identity.reset;

import io.abonent.identity.contact.ContactBook;
import io.abonent.identity.limit.AddressLimits;
import io.abonent.identity.limit.Allowance;
import io.abonent.identity.login.Login;
import io.abonent.identity.login.Logins;
import io.abonent.identity.reset.RequestOutcome.Accepted;
import io.abonent.identity.reset.RequestOutcome.LoginNotUnderstood;
import io.abonent.identity.reset.RequestOutcome.TooMany;
import io.abonent.identity.user.SignInState;
import io.abonent.identity.user.UserDirectory;
import io.abonent.identity.verification.Issue;
import io.abonent.identity.verification.Purpose;
import io.abonent.identity.verification.VerificationId;
import io.abonent.identity.verification.Verifying;
import io.abonent.platform.event.Ids;
import io.abonent.platform.web.ClientAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Sends the code for a new password. What a login that is nobody's costs is the same: rows, budget, sealing (F-69). */
@Service
class RequestingReset {

    private final Logins logins;
    private final AddressLimits limits;
    private final ContactBook contacts;
    private final UserDirectory users;
    private final PasswordResets resets;
    private final Verifying verifying;
    private final TransactionOperations transaction;
    private final ResetProperties terms;
    private final Clock clock;

    RequestingReset(
            Logins logins,
            AddressLimits limits,
            ContactBook contacts,
            UserDirectory users,
            PasswordResets resets,
            Verifying verifying,
            TransactionOperations transaction,
            ResetProperties terms,
            Clock clock) {
        this.logins = logins;
        this.limits = limits;
        this.contacts = contacts;
        this.users = users;
        this.resets = resets;
        this.verifying = verifying;
        this.transaction = transaction;
        this.terms = terms;
        this.clock = clock;
    }

    RequestOutcome request(String typedLogin, String locale, ClientAddress address) {
        Optional<Login> login = logins.read(typedLogin);
        if (login.isEmpty()) {
            return new LoginNotUnderstood();
        }
        return switch (limits.reset(address)) {
            case Allowance.Refused tooMany -> new TooMany(tooMany.retryAfter());
            case Allowance.Granted granted ->
                switch (limits.message(login.get(), address)) {
                    case Allowance.Refused tooMany -> new TooMany(tooMany.retryAfter());
                    case Allowance.Granted alsoGranted ->
                        outcome(transaction.execute(status -> start(login.get(), locale)));
                };
        };
    }

    private static RequestOutcome outcome(Issue issue) {
        return switch (issue) {
            case Issue.Issued issued -> new Accepted(issued);
            case Issue.TooSoon tooSoon -> new TooMany(tooSoon.retryAfter());
            case Issue.AlreadyConfirmed e -> throw new IllegalStateException("a new verification is not confirmed");
            case Issue.Superseded e -> throw new IllegalStateException("a new verification is not superseded");
            case Issue.Unknown e -> throw new IllegalStateException("a new verification is known");
        };
    }

    private Issue start(Login login, String locale) {
        VerificationId id = new VerificationId(Ids.next());
        Optional<UUID> owner = contacts.ownerOf(login);
        Issue issue = verifying.start(id, Purpose.PASSWORD_RESET, login, locale, owner.isEmpty());
        if (issue instanceof Issue.Issued) {
            resets.save(new PasswordReset(
                    id, owner.orElse(null), passwordGeneration(owner), clock.instant(), terms.lifetime()));
        }
        return issue;
    }

    /** Sends a new code for the same reset; the old one is worth nothing from then on. */
    Issue resend(VerificationId id, ClientAddress address) {
        boolean alive = resets.findById(id.value())
                .filter(reset -> !reset.isExpired(clock.instant()))
                .isPresent();
        Optional<Login> target = alive ? verifying.target(id, Purpose.PASSWORD_RESET) : Optional.empty();
        if (target.isEmpty()) {
            return new Issue.Unknown();
        }
        return switch (limits.guess(address)) {
            case Allowance.Refused refused -> new Issue.TooSoon(refused.retryAfter());
            case Allowance.Granted granted ->
                switch (limits.message(target.get(), address)) {
                    case Allowance.Refused refused -> new Issue.TooSoon(refused.retryAfter());
                    case Allowance.Granted alsoGranted -> transaction.execute(status -> resend(id));
                };
        };
    }

    private Issue resend(VerificationId id) {
        Issue issue = verifying.resend(id);
        if (issue instanceof Issue.Issued) {
            PasswordReset reset = resets.findById(id.value()).orElseThrow();
            // Refusing because the password was changed meanwhile would tell that the login is somebody's.
            reset.rebind(passwordGeneration(Optional.ofNullable(reset.userId())));
        }
        return issue;
    }

    private int passwordGeneration(Optional<UUID> owner) {
        // Nobody's is looked up too: it takes the same time.
        return users.signInState(owner.orElseGet(Ids::next))
                .map(SignInState::passwordGeneration)
                .orElse(0);
    }
}
