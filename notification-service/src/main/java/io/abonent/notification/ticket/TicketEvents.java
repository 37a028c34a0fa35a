package io.abonent.notification.ticket;

import io.abonent.contracts.notification.TicketOpened;

/** Tickets on the wire; the text stays here. */
final class TicketEvents {

    private TicketEvents() {}

    static TicketOpened opened(Ticket ticket) {
        return new TicketOpened(
                ticket.ticketId(),
                ticket.number(),
                ticket.userId(),
                ticket.linkId(),
                ticket.supplierId(),
                ticket.category().name(),
                ticket.createdAt(),
                ticket.version());
    }
}
