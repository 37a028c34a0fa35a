package io.abonent.identity.registration;

import io.abonent.identity.contact.Contact;
import io.abonent.identity.contact.ContactEvents;
import io.abonent.identity.contact.Contacts;
import io.abonent.identity.credential.Credential;
import io.abonent.identity.credential.Credentials;
import io.abonent.identity.limit.AddressLimits;
import io.abonent.identity.limit.Allowance;
import io.abonent.identity.limit.ClientAddress;
import io.abonent.identity.login.Login;
import io.abonent.identity.registration.Confirmation.Confirmed;
import io.abonent.identity.registration.Confirmation.Refused;
import io.abonent.identity.registration.Confirmation.TooMany;
import io.abonent.identity.user.User;
import io.abonent.identity.user.UserEvents;
import io.abonent.identity.user.Users;
import io.abonent.identity.verification.Guess;
import io.abonent.identity.verification.VerificationId;
import io.abonent.identity.verification.Verifying;
import io.abonent.platform.event.Ids;
import io.abonent.platform.outbox.EventPublisher;
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
    private final Users users;
    private final Contacts contacts;
    private final Credentials credentials;
    private final EventPublisher publisher;
    private final TransactionOperations transaction;
    private final Clock clock;

    Confirming(
            Verifying verifying,
            AddressLimits limits,
            Registrations registrations,
            Users users,
            Contacts contacts,
            Credentials credentials,
            EventPublisher publisher,
            TransactionOperations transaction,
            Clock clock) {
        this.verifying = verifying;
        this.limits = limits;
        this.registrations = registrations;
        this.users = users;
        this.contacts = contacts;
        this.credentials = credentials;
        this.publisher = publisher;
        this.transaction = transaction;
        this.clock = clock;
    }

    Confirmation byCode(VerificationId id, String code, ClientAddress address) {
        return confirm(address, () -> verifying.guess(id, code));
    }

    Confirmation byLink(String token, ClientAddress address) {
        return confirm(address, () -> verifying.open(token));
    }

    /** What a page shows before anybody presses the button; changes nothing (F-85). */
    Guess look(String token) {
        return verifying.open(token);
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
        Registration registration = registrations.findById(right.id().value()).orElseThrow();
        Instant now = clock.instant();
        if (registration.isExpired(now)) {
            return new Refused(new Guess.Expired());
        }
        if (contacts.of(registration.login()).isPresent() && registration.userId() == null) {
            // Somebody else proved the same contact meanwhile, in another way.
            return new Refused(new Guess.Superseded());
        }
        Optional<Guess.Refused> refused = verifying.confirm(right);
        return refused.isPresent() ? new Refused(refused.get()) : new Confirmed(admit(registration, now));
    }

    private UUID admit(Registration registration, Instant now) {
        UUID userId = Ids.next();
        Login login = registration.login();
        String locale = registration.locale();
        User user = users.save(User.registered(userId, locale, now));
        Contact contact = contacts.save(Contact.confirmed(Ids.next(), userId, login, now));
        credentials.save(new Credential(userId, registration.confirm(userId), now));
        publisher.publish(user, saved -> UserEvents.registered(saved, login));
        publisher.publish(contact, saved -> ContactEvents.confirmed(saved, locale));
        return userId;
    }
}
