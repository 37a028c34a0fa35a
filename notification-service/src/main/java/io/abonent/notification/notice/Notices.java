package io.abonent.notification.notice;

import io.abonent.notification.contact.Contact;
import io.abonent.notification.contact.Contacts;
import io.abonent.notification.delivery.AcceptingDeliveries;
import io.abonent.notification.delivery.Outgoing;
import io.abonent.notification.delivery.Recipient;
import io.abonent.notification.message.Message;
import io.abonent.notification.message.MessageKind;
import io.abonent.platform.event.EventEnvelope;
import io.abonent.platform.inbox.Inbox;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells people about an event, however often the event arrives. */
@Component
class Notices {

    private static final String CONSUMER = "notices";

    private final Inbox inbox;
    private final AcceptingDeliveries deliveries;
    private final Contacts contacts;

    Notices(Inbox inbox, AcceptingDeliveries deliveries, Contacts contacts) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.contacts = contacts;
    }

    void tell(EventEnvelope envelope, UUID userId, Message message) {
        once(envelope, told -> told.user(userId, message));
    }

    void once(EventEnvelope envelope, Consumer<Telling> telling) {
        inbox.runOnce(CONSUMER, envelope.id(), () -> telling.accept(new Telling(envelope)));
    }

    /** Inside the transaction that notes the event. */
    final class Telling {

        private final EventEnvelope envelope;

        private Telling(EventEnvelope envelope) {
            this.envelope = envelope;
        }

        void user(UUID userId, Message message) {
            deliveries.accept(notice(userId, message));
        }

        /** On every contact: whoever holds one of them must hear what somebody did with another. */
        void everyContact(UUID userId, Message message) {
            List<Contact> known = contacts.of(userId);
            if (known.isEmpty()) {
                user(userId, message);
            }
            known.forEach(contact -> deliveries.accept(Outgoing.notice(
                    envelope.id(), envelope.time(), new Recipient.Contact(userId, contact.contactId()), message)));
        }

        void accept(Outgoing outgoing) {
            deliveries.accept(outgoing);
        }

        Outgoing notice(UUID userId, Message message) {
            return Outgoing.notice(envelope.id(), envelope.time(), new Recipient.User(userId), message);
        }

        void takeBack(UUID subject, MessageKind kind, String reason) {
            deliveries.takeBack(subject, kind, reason);
        }
    }
}
