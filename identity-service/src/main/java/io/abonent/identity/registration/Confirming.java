package io.abonent.identity.registration;

import io.abonent.identity.contact.ContactBook;
import io.abonent.identity.credential.StoredPasswords;
import io.abonent.identity.limit.AddressLimits;
import io.abonent.identity.limit.Allowance;
import io.abonent.identity.registration.Confirmation.Confirmed;
import io.abonent.identity.registration.Confirmation.Refused;
import io.abonent.identity.registration.Confirmation.TooMany;
import io.abonent.identity.user.UserDirectory;
import io.abonent.identity.verification.Guess;
import io.abonent.identity.verification.Purpose;
import io.abonent.identity.verification.VerificationId;
import io.abonent.identity.verification.Verifying;
import io.abonent.platform.web.ClientAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Turns a registration into a user, by code or by link, once. */
@Service
class Confirming {

    private final Verifying verifying;
    private final AddressLimits limits;
    private final Registrations registrations;
    private final UserDirectory users;
    private final ContactBook contacts;
    private final StoredPasswords passwords;
    private final TransactionOperations transaction;
    private final Clock clock;

    Confirming(
            Verifying verifying,
            AddressLimits limits,
            Registrations registrations,
            UserDirectory users,
            ContactBook contacts,
            StoredPasswords passwords,
            TransactionOperations transaction,
            Clock clock) {
        this.verifying = verifying;
        this.limits = limits;
        this.registrations = registrations;
        this.users = users;
        this.contacts = contacts;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    Confirmation byCode(VerificationId id, String code, ClientAddress address) {
        return confirm(address, () -> verifying.guess(id, Purpose.REGISTRATION, code));
    }

    Confirmation byLink(String token, ClientAddress address) {
        return confirm(address, () -> verifying.open(token, Purpose.REGISTRATION));
    }

    /** What a page shows before anybody presses the button; changes nothing (F-85). */
    Guess look(String token) {
        return verifying.open(token, Purpose.REGISTRATION);
    }

    private Confirmation confirm(ClientAddress address, Supplier<Guess> attempt) {
        return switch (limits.guess(address)) {
            case Allowance.Refused tooMany -> new TooMany(tooMany.retryAfter());
            case Allowance.Granted granted ->
                switch (attempt.get()) {
                    case Guess.Refused refused -> new Refused(refused);
                    case Guess.Right right -> transaction.execute(status -> complete(right));
                };
        };
    }

    private Confirmation complete(Guess.Right right) {
        // Nothing is read before the row is held: of two answers at once the later one sees what the first did.
        Optional<Guess.Refused> closed = verifying.hold(right);
        if (closed.isPresent()) {
            return new Refused(closed.get());
        }
        Registration registration = registrations.findById(right.id().value()).orElseThrow();
        Instant now = clock.instant();
        if (registration.isExpired(now)) {
            return new Refused(new Guess.Expired());
        }
        if (contacts.ownerOf(registration.login()).isPresent()) {
            // Somebody else proved the same contact meanwhile, in another way.
            return new Refused(new Guess.Superseded());
        }
        verifying.confirm(right.id());
        return new Confirmed(admit(registration, now));
    }

    private UUID admit(Registration registration, Instant now) {
        UUID userId = users.admit(registration.login(), registration.locale(), now);
        contacts.add(userId, registration.login(), registration.locale(), now);
        passwords.give(userId, registration.confirm(userId), now);
        return userId;
    }
}
