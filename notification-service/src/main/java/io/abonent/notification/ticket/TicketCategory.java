package io.abonent.notification.ticket;

enum TicketCategory {
    REGISTRATION,
    CONSENT,
    LINKING,
    ACCESS,
    PAYMENT,
    READING,
    PERSONAL_DATA,
    OTHER
}
