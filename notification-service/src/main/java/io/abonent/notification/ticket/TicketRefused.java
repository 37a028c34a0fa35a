package io.abonent.notification.ticket;

import java.time.Duration;

/** Why a question is not taken. */
sealed interface TicketRefused {

    /** No such ticket or link of this person. */
    record NotFound() implements TicketRefused {}

    record Closed() implements TicketRefused {}

    /** More questions a day than people ask. */
    record TooMany(Duration retryAfter) implements TicketRefused {}

    /** No more words fit under this question, ever. */
    record Full() implements TicketRefused {}
}
