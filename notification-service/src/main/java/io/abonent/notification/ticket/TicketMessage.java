package io.abonent.notification.ticket;

import io.abonent.platform.event.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** One message of the thread; never changed. */
@Entity
@Table(name = "ticket_message")
class TicketMessage implements Persistable<UUID> {

    enum Author {
        CUSTOMER,
        SUPPORT
    }

    @Id
    private UUID messageId;

    private UUID ticketId;

    @Enumerated(EnumType.STRING)
    private Author author;

    private String text;
    private Instant createdAt;

    @Transient
    private boolean stored;

    protected TicketMessage() {}

    TicketMessage(UUID ticketId, Author author, String text, Instant now) {
        this.messageId = Ids.next();
        this.ticketId = ticketId;
        this.author = author;
        this.text = text;
        this.createdAt = now;
    }

    @Override
    public UUID getId() {
        return messageId;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }

    UUID ticketId() {
        return ticketId;
    }

    Author author() {
        return author;
    }

    String text() {
        return text;
    }

    Instant createdAt() {
        return createdAt;
    }
}
