package io.abonent.identity.reset;

import io.abonent.identity.contact.ContactBook;
import io.abonent.identity.contact.KnownContact;
import io.abonent.identity.credential.PasswordHashing;
import io.abonent.identity.credential.PasswordRules;
import io.abonent.identity.credential.StoredPasswords;
import io.abonent.identity.limit.AddressLimits;
import io.abonent.identity.limit.Allowance;
import io.abonent.identity.login.Login;
import io.abonent.identity.reset.Completion.Busy;
import io.abonent.identity.reset.Completion.Completed;
import io.abonent.identity.reset.Completion.NotAllowed;
import io.abonent.identity.reset.Completion.NotProven;
import io.abonent.identity.reset.Completion.TooMany;
import io.abonent.identity.signin.SignInLocks;
import io.abonent.identity.token.EndingSessions;
import io.abonent.identity.user.UserDirectory;
import io.abonent.identity.verification.Guess;
import io.abonent.identity.verification.Purpose;
import io.abonent.identity.verification.VerificationId;
import io.abonent.identity.verification.Verifying;
import io.abonent.platform.web.ClientAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a proof, by code or by link, and puts a new password in place, once. */
@Service
class CompletingReset {

    private final Verifying verifying;
    private final AddressLimits limits;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final PasswordResets resets;
    private final UserDirectory users;
    private final ContactBook contacts;
    private final StoredPasswords passwords;
    private final EndingSessions sessions;
    private final SignInLocks locks;
    private final TransactionOperations transaction;
    private final Clock clock;

    CompletingReset(
            Verifying verifying,
            AddressLimits limits,
            PasswordRules rules,
            PasswordHashing hashing,
            PasswordResets resets,
            UserDirectory users,
            ContactBook contacts,
            StoredPasswords passwords,
            EndingSessions sessions,
            SignInLocks locks,
            TransactionOperations transaction,
            Clock clock) {
        this.verifying = verifying;
        this.limits = limits;
        this.rules = rules;
        this.hashing = hashing;
        this.resets = resets;
        this.users = users;
        this.contacts = contacts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.locks = locks;
        this.transaction = transaction;
        this.clock = clock;
    }

    Completion byCode(VerificationId id, String code, String newPassword, ClientAddress address) {
        return withinLimits(
                address,
                () -> verifying
                        .target(id, Purpose.PASSWORD_RESET)
                        .map(login -> notAllowed(newPassword, login)
                                .orElseGet(() ->
                                        proven(verifying.guess(id, Purpose.PASSWORD_RESET, code), login, newPassword)))
                        .orElseGet(() -> new NotProven(new Guess.Unknown())));
    }

    Completion byLink(String token, String newPassword, ClientAddress address) {
        return withinLimits(address, () -> {
            Guess guess = verifying.open(token, Purpose.PASSWORD_RESET);
            return targetOf(guess)
                    .map(login -> notAllowed(newPassword, login).orElseGet(() -> proven(guess, login, newPassword)))
                    .orElseGet(() -> new NotProven(refusal(guess)));
        });
    }

    /** What a page shows before anybody chooses a password; changes nothing (F-85). */
    Guess look(String token) {
        return verifying.open(token, Purpose.PASSWORD_RESET);
    }

    Optional<Login> targetOf(Guess guess) {
        return switch (guess) {
            case Guess.Right right -> verifying.target(right.id(), Purpose.PASSWORD_RESET);
            case Guess.Refused refused -> Optional.empty();
        };
    }

    private static Guess.Refused refusal(Guess guess) {
        return guess instanceof Guess.Refused refused ? refused : new Guess.Unknown();
    }

    private Completion withinLimits(ClientAddress address, Supplier<Completion> attempt) {
        return switch (limits.guess(address)) {
            case Allowance.Refused tooMany -> new TooMany(tooMany.retryAfter());
            case Allowance.Granted granted -> attempt.get();
        };
    }

    private Optional<Completion> notAllowed(String newPassword, Login login) {
        return rules.refuses(newPassword, login).map(NotAllowed::new);
    }

    private Completion proven(Guess guess, Login login, String newPassword) {
        return switch (guess) {
            case Guess.Refused refused -> new NotProven(refused);
            case Guess.Right right ->
                // Only now: who has no proof gets no hash computed (F-87).
                hashing.hash(newPassword)
                        .map(hash -> transaction.execute(status -> complete(right, login, hash)))
                        .orElseGet(Busy::new);
        };
    }

    private Completion complete(Guess.Right right, Login login, String hash) {
        Optional<Guess.Refused> closed = verifying.hold(right);
        if (closed.isPresent()) {
            return new NotProven(closed.get());
        }
        Instant now = clock.instant();
        Optional<PasswordReset> reset = resets.findById(right.id().value()).filter(found -> !found.isExpired(now));
        Optional<UUID> owner = contacts.ownerOf(login);
        if (reset.isEmpty()
                || owner.isEmpty()
                || !owner.get().equals(reset.get().userId())) {
            return new NotProven(new Guess.Expired());
        }
        int begunUnder = reset.get().passwordGeneration();
        if (users.lock(owner.get()).filter(inForce -> inForce == begunUnder).isEmpty()) {
            // Another reset or a change was faster; what was begun under the old password ended with it.
            return new NotProven(new Guess.AlreadyConfirmed());
        }
        verifying.confirm(right.id());
        replace(owner.get(), hash, now);
        return new Completed();
    }

    private void replace(UUID userId, String hash, Instant now) {
        passwords.replace(userId, hash, now);
        int ended = sessions.endForNewPassword(userId, null);
        List<Login> logins =
                contacts.of(userId).stream().map(KnownContact::login).toList();
        // A lock keeps out who does not know the password; whoever proved the contact has just chosen it.
        logins.forEach(login -> locks.clear(login.value()));
        users.passwordReset(userId, logins.getFirst(), ended, now);
    }
}
