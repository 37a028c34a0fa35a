package io.abonent.notification.ticket;

enum TicketStatus {
    NEW,
    OPEN,
    WAITING_CUSTOMER,
    RESOLVED,
    CLOSED
}
