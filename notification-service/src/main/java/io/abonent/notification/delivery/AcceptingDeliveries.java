package io.abonent.notification.delivery;

import io.abonent.notification.contact.ContactListener;
import io.abonent.notification.message.MessageKind;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes messages over: what is accepted is sent once, or ends visibly. */
@Service
public class AcceptingDeliveries implements ContactListener {

    private static final Logger log = LoggerFactory.getLogger(AcceptingDeliveries.class);

    /** Far more than one person has waiting between registration and the confirmed contact. */
    private static final Limit WAITING = Limit.of(100);

    private final Deliveries deliveries;
    private final DeliveryQueue queue;
    private final JsonMapper json;
    private final Clock clock;

    AcceptingDeliveries(Deliveries deliveries, DeliveryQueue queue, JsonMapper json, Clock clock) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.json = json;
        this.clock = clock;
    }

    /** In the transaction that notes the event, so that both happen or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(Outgoing outgoing) {
        Instant now = clock.instant();
        MessageKind kind = MessageKind.of(outgoing.message());
        if (!now.isBefore(outgoing.expiresAt())) {
            log.info("A message {} for event {} came too late and is dropped", kind, outgoing.sourceEventId());
            return;
        }
        Delivery delivery = deliveries.save(new Delivery(outgoing, json.writeValueAsString(outgoing.message()), now));
        queue.schedule(delivery.deliveryId(), kind.urgency().priority(), delivery.dueAt());
    }

    /** Takes back what has not been sent and has become pointless. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(UUID subject, MessageKind kind, String reason) {
        // One that is being sent cannot be caught any more.
        deliveries
                .findBySubjectAndKindAndStateIn(
                        subject, kind, EnumSet.of(DeliveryState.ACCEPTED, DeliveryState.SCHEDULED))
                .forEach(delivery -> delivery.suppress(reason));
    }

    @Override
    public void reachable(UUID userId) {
        Instant now = clock.instant();
        for (Delivery waiting :
                deliveries.findByUserIdAndStateOrderByDeliveryId(userId, DeliveryState.ACCEPTED, WAITING)) {
            queue.hurry(waiting.deliveryId(), waiting.dueAt().isAfter(now) ? waiting.dueAt() : now);
        }
    }
}
