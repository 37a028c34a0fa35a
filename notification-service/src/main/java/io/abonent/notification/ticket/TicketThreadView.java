package io.abonent.notification.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param reopenableUntil of a resolved ticket: until then it can be asked again */
record TicketThreadView(
        UUID ticketId,
        String number,
        TicketCategory category,
        TicketStatus status,
        @Nullable UUID linkId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant reopenableUntil,
        List<TicketMessageView> messages) {

    static TicketThreadView of(Ticket ticket, List<TicketMessage> messages) {
        return new TicketThreadView(
                ticket.ticketId(),
                ticket.number(),
                ticket.category(),
                ticket.status(),
                ticket.linkId(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.reopenableUntil(),
                messages.stream().map(TicketMessageView::of).toList());
    }
}
