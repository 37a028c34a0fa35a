package io.abonent.identity.contact;

import io.abonent.identity.login.Login;
import io.abonent.platform.event.Ids;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose login is whose, for the other features. */
@Service
public class ContactBook {

    private final Contacts contacts;
    private final EventPublisher publisher;

    ContactBook(Contacts contacts, EventPublisher publisher) {
        this.contacts = contacts;
        this.publisher = publisher;
    }

    public Optional<UUID> ownerOf(Login login) {
        return contacts.of(login).map(Contact::userId);
    }

    /** The oldest first: the one that was registered with. */
    public List<KnownContact> of(UUID userId) {
        return contacts.findByUserIdOrderByConfirmedAt(userId).stream()
                .map(contact -> new KnownContact(contact.id(), contact.login(), contact.confirmedAt()))
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID userId, Login provenLogin, String locale, Instant at) {
        Contact contact = contacts.save(Contact.confirmed(Ids.next(), userId, provenLogin, at));
        publisher.publish(contact, saved -> ContactEvents.confirmed(saved, locale));
    }
}
