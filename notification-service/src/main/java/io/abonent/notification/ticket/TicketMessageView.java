package io.abonent.notification.ticket;

import java.time.Instant;
import java.util.UUID;

record TicketMessageView(UUID messageId, TicketMessage.Author author, String text, Instant createdAt) {

    static TicketMessageView of(TicketMessage message) {
        return new TicketMessageView(message.getId(), message.author(), message.text(), message.createdAt());
    }
}
