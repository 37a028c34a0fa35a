package io.abonent.notification.ticket;

/** Why a question is not taken. */
sealed interface TicketRefused {

    /** No such ticket or link of this person. */
    record NotFound() implements TicketRefused {}

    record Closed() implements TicketRefused {}

    /** More questions or messages than people ask. */
    record TooMany() implements TicketRefused {}
}
