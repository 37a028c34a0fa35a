package io.abonent.identity.password;

import io.abonent.identity.contact.ContactBook;
import io.abonent.identity.contact.KnownContact;
import io.abonent.identity.credential.PasswordHashing;
import io.abonent.identity.credential.PasswordRefused;
import io.abonent.identity.credential.PasswordRules;
import io.abonent.identity.credential.StoredPasswords;
import io.abonent.identity.limit.AddressLimits;
import io.abonent.identity.limit.Allowance;
import io.abonent.identity.login.Login;
import io.abonent.identity.password.PasswordChange.Busy;
import io.abonent.identity.password.PasswordChange.Changed;
import io.abonent.identity.password.PasswordChange.CurrentWrong;
import io.abonent.identity.password.PasswordChange.Locked;
import io.abonent.identity.password.PasswordChange.NotAllowed;
import io.abonent.identity.password.PasswordChange.NotThere;
import io.abonent.identity.password.PasswordChange.TooMany;
import io.abonent.identity.password.PasswordChange.Unchanged;
import io.abonent.identity.signin.SignInLocks;
import io.abonent.identity.token.EndingSessions;
import io.abonent.identity.user.SignInState;
import io.abonent.identity.user.UserDirectory;
import io.abonent.platform.web.ClientAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Replaces a password for who knows it. A stolen session must not become a way to guess it: tries are limited and counted
 * together with those of the sign-in.
 */
@Service
class ChangingPassword {

    private final UserDirectory users;
    private final ContactBook contacts;
    private final PasswordRules rules;
    private final AddressLimits limits;
    private final SignInLocks locks;
    private final StoredPasswords passwords;
    private final PasswordHashing hashing;
    private final EndingSessions sessions;
    private final TransactionOperations transaction;
    private final Clock clock;

    ChangingPassword(
            UserDirectory users,
            ContactBook contacts,
            PasswordRules rules,
            AddressLimits limits,
            SignInLocks locks,
            StoredPasswords passwords,
            PasswordHashing hashing,
            EndingSessions sessions,
            TransactionOperations transaction,
            Clock clock) {
        this.users = users;
        this.contacts = contacts;
        this.rules = rules;
        this.limits = limits;
        this.locks = locks;
        this.passwords = passwords;
        this.hashing = hashing;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param session where the new password is chosen: it goes on, all others end */
    PasswordChange change(
            UUID userId, @Nullable UUID session, String current, String replacement, ClientAddress address) {
        List<Login> logins =
                contacts.of(userId).stream().map(KnownContact::login).toList();
        Optional<SignInState> state = users.signInState(userId);
        if (logins.isEmpty() || state.isEmpty()) {
            return new NotThere();
        }
        Optional<PasswordRefused> refused = logins.stream()
                .flatMap(login -> rules.refuses(replacement, login).stream())
                .findFirst();
        if (refused.isPresent()) {
            return new NotAllowed(refused.get());
        }
        Request request =
                new Request(userId, session, logins.getFirst(), state.get().passwordGeneration());
        return allowance(request.login(), address)
                .or(() -> check(request, current, replacement))
                .<PasswordChange>map(reason -> reason)
                .orElseGet(() -> replace(request, replacement));
    }

    /** @param passwordGeneration of the password that is checked, or an older one */
    private record Request(UUID userId, @Nullable UUID session, Login login, int passwordGeneration) {}

    private Optional<PasswordChange.Refused> allowance(Login login, ClientAddress address) {
        return switch (limits.signIn(address)) {
            case Allowance.Refused tooMany -> Optional.of(new TooMany(tooMany.retryAfter()));
            case Allowance.Granted granted ->
                switch (locks.takeTry(login.value())) {
                    case Allowance.Refused locked -> Optional.of(new Locked(locked.retryAfter()));
                    case Allowance.Granted alsoGranted -> Optional.empty();
                };
        };
    }

    private Optional<PasswordChange.Refused> check(Request request, String current, String replacement) {
        String hash = passwords.hashOf(request.userId()).orElse(null);
        return switch (hashing.check(current, hash)) {
            case MISMATCH -> Optional.of(new CurrentWrong());
            case BUSY -> {
                locks.giveBack(request.login().value());
                yield Optional.of(new Busy());
            }
            case MATCH -> {
                locks.clear(request.login().value());
                yield replacement.equals(current) ? Optional.of(new Unchanged()) : Optional.empty();
            }
        };
    }

    private PasswordChange replace(Request request, String replacement) {
        return hashing.hash(replacement)
                .map(hash -> transaction.execute(status -> replaceWith(request, hash)))
                .orElseGet(Busy::new);
    }

    private PasswordChange replaceWith(Request request, String hash) {
        Optional<Integer> generation = users.lock(request.userId());
        if (generation.isEmpty()) {
            return new NotThere();
        }
        if (generation.get() != request.passwordGeneration()) {
            // Another change was faster: what was checked is not the current password any more.
            return new CurrentWrong();
        }
        Instant now = clock.instant();
        passwords.replace(request.userId(), hash, now);
        int ended = sessions.endForNewPassword(request.userId(), request.session());
        users.passwordChanged(request.userId(), request.login(), ended, now);
        return new Changed();
    }
}
