package io.abonent.platform.house;

import io.abonent.contracts.notification.TicketOpened;
import java.time.Instant;
import java.util.UUID;

/** Maps to the wire although it is not called so. */
record MakesEvent(UUID id, Instant at) {

    TicketOpened event() {
        return new TicketOpened(id, "1", null, null, null, "OTHER", at, 1);
    }
}
