package io.abonent.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/** When deliveries are attempted. Scheduling takes part in the caller's transaction. */
interface DeliveryQueue {

    void schedule(UUID deliveryId, int priority, Instant at);

    /** Sooner than planned; nothing happens if an attempt is running or the delivery has ended. */
    void hurry(UUID deliveryId, Instant at);
}
