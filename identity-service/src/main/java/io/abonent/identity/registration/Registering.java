package io.abonent.identity.registration;

import io.abonent.identity.contact.ContactBook;
import io.abonent.identity.credential.PasswordHashing;
import io.abonent.identity.credential.PasswordRefused;
import io.abonent.identity.credential.PasswordRules;
import io.abonent.identity.limit.AddressLimits;
import io.abonent.identity.limit.Allowance;
import io.abonent.identity.login.Login;
import io.abonent.identity.login.Logins;
import io.abonent.identity.registration.RegistrationOutcome.Accepted;
import io.abonent.identity.registration.RegistrationOutcome.Busy;
import io.abonent.identity.registration.RegistrationOutcome.LoginNotUnderstood;
import io.abonent.identity.registration.RegistrationOutcome.PasswordNotAllowed;
import io.abonent.identity.registration.RegistrationOutcome.TooMany;
import io.abonent.identity.verification.Issue;
import io.abonent.identity.verification.Purpose;
import io.abonent.identity.verification.VerificationId;
import io.abonent.identity.verification.Verifying;
import io.abonent.platform.event.Ids;
import io.abonent.platform.web.ClientAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a form. Everything that costs time happens the same way for a known login: the password is hashed, rows are
 * written, a message goes out; only what the message says differs (F-69).
 */
@Service
class Registering {

    private final Logins logins;
    private final PasswordRules passwordRules;
    private final PasswordHashing hashing;
    private final AddressLimits limits;
    private final ContactBook contacts;
    private final Registrations registrations;
    private final Verifying verifying;
    private final TransactionOperations transaction;
    private final RegistrationProperties terms;
    private final Clock clock;

    Registering(
            Logins logins,
            PasswordRules passwordRules,
            PasswordHashing hashing,
            AddressLimits limits,
            ContactBook contacts,
            Registrations registrations,
            Verifying verifying,
            TransactionOperations transaction,
            RegistrationProperties terms,
            Clock clock) {
        this.logins = logins;
        this.passwordRules = passwordRules;
        this.hashing = hashing;
        this.limits = limits;
        this.contacts = contacts;
        this.registrations = registrations;
        this.verifying = verifying;
        this.transaction = transaction;
        this.terms = terms;
        this.clock = clock;
    }

    RegistrationOutcome register(String typedLogin, String password, String locale, ClientAddress address) {
        Optional<Login> login = logins.read(typedLogin);
        if (login.isEmpty()) {
            return new LoginNotUnderstood();
        }
        Optional<PasswordRefused> refused = passwordRules.refuses(password, login.get());
        if (refused.isPresent()) {
            return new PasswordNotAllowed(refused.get());
        }
        return switch (allowance(login.get(), address)) {
            case Allowance.Refused tooMany -> new TooMany(tooMany.retryAfter());
            case Allowance.Granted granted ->
                hashing.hash(password)
                        .map(hash -> accept(login.get(), hash, locale))
                        .orElseGet(Busy::new);
        };
    }

    private Allowance allowance(Login login, ClientAddress address) {
        return switch (limits.registration(address)) {
            case Allowance.Refused refused -> refused;
            case Allowance.Granted granted -> limits.message(login, address);
        };
    }

    private RegistrationOutcome accept(Login login, String passwordHash, String locale) {
        return switch (issueOnce(login, passwordHash, locale)) {
            case Issue.Issued issued -> new Accepted(issued);
            case Issue.TooSoon tooSoon -> new TooMany(tooSoon.retryAfter());
            case Issue.AlreadyConfirmed e -> throw new IllegalStateException("a new verification is not confirmed");
            case Issue.Superseded e -> throw new IllegalStateException("a new verification is not superseded");
            case Issue.Unknown e -> throw new IllegalStateException("a new verification is known");
        };
    }

    private Issue issueOnce(Login login, String passwordHash, String locale) {
        try {
            return transaction.execute(status -> issue(login, passwordHash, locale));
        } catch (OptimisticLockingFailureException confirmedMeanwhile) {
            // The older form became a user at this instant: now the login is known.
            return transaction.execute(status -> issue(login, passwordHash, locale));
        }
    }

    private Issue issue(Login login, String passwordHash, String locale) {
        VerificationId id = new VerificationId(Ids.next());
        boolean known = contacts.ownerOf(login).isPresent();
        Issue issue = verifying.start(id, Purpose.REGISTRATION, login, locale, known);
        if (issue instanceof Issue.Issued) {
            supersedePending(login);
            Instant now = clock.instant();
            registrations.save(
                    known
                            ? Registration.ofKnownLogin(id, login, locale, now, terms.lifetime())
                            : Registration.of(id, login, passwordHash, locale, now, terms.lifetime()));
        }
        return issue;
    }

    private void supersedePending(Login login) {
        registrations.pending(login.type(), login.value()).ifPresent(pending -> {
            // The verification is locked first, as a confirmation does it: in the other order both wait for each other.
            verifying.supersede(pending.id());
            pending.supersede();
            // JPA writes inserts first; the unique index wants the old one out of the way before.
            registrations.flush();
        });
    }
}
