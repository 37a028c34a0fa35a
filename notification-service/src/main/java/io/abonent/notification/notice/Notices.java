package io.abonent.notification.notice;

import io.abonent.notification.delivery.AcceptingDeliveries;
import io.abonent.notification.delivery.Outgoing;
import io.abonent.notification.delivery.Recipient;
import io.abonent.notification.message.Message;
import io.abonent.notification.message.MessageKind;
import io.abonent.platform.event.EventEnvelope;
import io.abonent.platform.inbox.Inbox;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells people about an event, however often the event arrives. */
@Component
class Notices {

    private static final String CONSUMER = "notices";

    private final Inbox inbox;
    private final AcceptingDeliveries deliveries;

    Notices(Inbox inbox, AcceptingDeliveries deliveries) {
        this.inbox = inbox;
        this.deliveries = deliveries;
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
