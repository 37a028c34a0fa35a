package io.abonent.notification.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param reopenableUntil of a resolved ticket: until then it can be asked again */
record TicketView(
        UUID ticketId,
        String number,
        TicketCategory category,
        TicketStatus status,
        @Nullable UUID linkId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant reopenableUntil) {

    static TicketView of(Ticket ticket) {
        return new TicketView(
                ticket.ticketId(),
                ticket.number(),
                ticket.category(),
                ticket.status(),
                ticket.linkId(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.reopenableUntil());
    }
}
