package io.abonent.notification.ticket;

/** What became of a customer's words. */
sealed interface TicketResult {

    record Taken(Ticket ticket, TicketMessage message) implements TicketResult {}

    record Refused(TicketRefused refusal) implements TicketResult {}
}
