package io.abonent.identity.signin;

import io.abonent.identity.contact.ContactBook;
import io.abonent.identity.credential.PasswordHashing;
import io.abonent.identity.credential.StoredPasswords;
import io.abonent.identity.limit.AddressLimits;
import io.abonent.identity.limit.Allowance;
import io.abonent.identity.login.Login;
import io.abonent.identity.login.Logins;
import io.abonent.identity.signin.SignInOutcome.BadCredentials;
import io.abonent.identity.signin.SignInOutcome.Blocked;
import io.abonent.identity.signin.SignInOutcome.Busy;
import io.abonent.identity.signin.SignInOutcome.Locked;
import io.abonent.identity.signin.SignInOutcome.SignedIn;
import io.abonent.identity.signin.SignInOutcome.TooMany;
import io.abonent.identity.user.SignInState;
import io.abonent.identity.user.UserDirectory;
import io.abonent.platform.web.ClientAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Checks a login and a password. Limits come first, because a hash is what an attacker wants us to compute (F-87); an
 * unknown login costs the same hash as a known one (F-69).
 */
@Service
class SigningIn {

    private final AddressLimits addressLimits;
    private final SignInLocks locks;
    private final Logins logins;
    private final ContactBook contacts;
    private final StoredPasswords passwords;
    private final UserDirectory users;
    private final PasswordHashing hashing;
    private final Clock clock;

    SigningIn(
            AddressLimits addressLimits,
            SignInLocks locks,
            Logins logins,
            ContactBook contacts,
            StoredPasswords passwords,
            UserDirectory users,
            PasswordHashing hashing,
            Clock clock) {
        this.addressLimits = addressLimits;
        this.locks = locks;
        this.logins = logins;
        this.contacts = contacts;
        this.passwords = passwords;
        this.users = users;
        this.hashing = hashing;
        this.clock = clock;
    }

    SignInOutcome signIn(String typedLogin, String password, ClientAddress address) {
        if (hashing.isBusy()) {
            // Before five statements that would take the processors from the hashes of those who are waiting.
            return new Busy();
        }
        return switch (addressLimits.signIn(address)) {
            case Allowance.Refused refused -> new TooMany(refused.retryAfter());
            case Allowance.Granted granted -> signIn(logins.read(typedLogin), typedLogin, password);
        };
    }

    private SignInOutcome signIn(Optional<Login> login, String typed, String password) {
        // What is no login is counted as it was typed: there is nothing it could be confused with.
        String counted = login.map(Login::value).orElse(typed);
        return switch (locks.takeTry(counted)) {
            case Allowance.Refused refused -> new Locked(refused.retryAfter());
            case Allowance.Granted granted -> check(login.flatMap(contacts::ownerOf), counted, password);
        };
    }

    private SignInOutcome check(Optional<UUID> owner, String counted, String password) {
        // Before the hash: a password that is replaced in between makes a sign-in worthless, never a worthless one
        // good.
        Optional<SignInState> state = owner.flatMap(users::signInState);
        String hash = owner.flatMap(passwords::hashOf).orElse(null);
        return switch (hashing.check(password, hash)) {
            case MISMATCH -> new BadCredentials();
            case BUSY -> {
                locks.giveBack(counted);
                yield new Busy();
            }
            case MATCH -> {
                locks.clear(counted);
                yield admit(owner.orElseThrow(), state.orElseThrow());
            }
        };
    }

    private SignInOutcome admit(UUID userId, SignInState state) {
        return state.allowed() ? new SignedIn(userId, clock.instant(), state.passwordGeneration()) : new Blocked();
    }
}
