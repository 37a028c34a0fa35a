package io.abonent.notification.ticket;

import io.abonent.platform.event.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question of a customer and where its answer stands. */
@Entity
@Table(name = "ticket")
class Ticket {

    /** A resolved question may be asked again for this long; after that it is a new one. */
    static final Duration REOPENING = Duration.ofDays(14);

    @Id
    private UUID ticketId;

    @Column(updatable = false)
    private String number;

    private UUID userId;
    private @Nullable UUID linkId;
    private @Nullable UUID supplierId;

    @Enumerated(EnumType.STRING)
    private TicketCategory category;

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;
    private @Nullable Instant resolvedAt;

    @Version
    private @Nullable Long version;

    protected Ticket() {}

    Ticket(
            String number,
            UUID userId,
            TicketCategory category,
            @Nullable UUID linkId,
            @Nullable UUID supplierId,
            Instant now) {
        this.ticketId = Ids.next();
        this.number = number;
        this.userId = userId;
        this.category = category;
        this.linkId = linkId;
        this.supplierId = supplierId;
        this.status = TicketStatus.NEW;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The customer writes again. */
    Optional<TicketRefused> customerWrote(Instant now) {
        Optional<TicketRefused> refused = reopen(now);
        if (refused.isEmpty()) {
            status = status == TicketStatus.WAITING_CUSTOMER ? TicketStatus.OPEN : status;
            updatedAt = now;
        }
        return refused;
    }

    /** The customer needs no answer any more; said twice, it changes nothing. */
    void settle(Instant now) {
        if (status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED) {
            return;
        }
        status = TicketStatus.RESOLVED;
        resolvedAt = now;
        updatedAt = now;
    }

    /** The answer did not help after all; what is open stays as it is. */
    Optional<TicketRefused> reopen(Instant now) {
        Instant until = reopenableUntil();
        if (status == TicketStatus.CLOSED
                || (status == TicketStatus.RESOLVED && (until == null || now.isAfter(until)))) {
            return Optional.of(new TicketRefused.Closed());
        }
        if (status == TicketStatus.RESOLVED) {
            status = TicketStatus.OPEN;
            resolvedAt = null;
            updatedAt = now;
        }
        return Optional.empty();
    }

    /** Null unless it is resolved. */
    @Nullable
    Instant reopenableUntil() {
        return status == TicketStatus.RESOLVED && resolvedAt != null ? resolvedAt.plus(REOPENING) : null;
    }

    UUID ticketId() {
        return ticketId;
    }

    String number() {
        return number;
    }

    UUID userId() {
        return userId;
    }

    @Nullable
    UUID linkId() {
        return linkId;
    }

    @Nullable
    UUID supplierId() {
        return supplierId;
    }

    TicketCategory category() {
        return category;
    }

    TicketStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** Of the committed row; events take it after the flush. */
    long version() {
        if (version == null) {
            throw new IllegalStateException("ticket " + ticketId + " is not stored yet");
        }
        return version;
    }
}
