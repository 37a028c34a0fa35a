package io.abonent.contracts.notification;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question reached support. The text stays in notification-service.
 *
 * @param number what the person is told, e.g. {@code 2026-000017}
 * @param userId absent for a guest
 */
public record TicketOpened(
        UUID ticketId,
        String number,
        @Nullable UUID userId,
        @Nullable UUID linkId,
        @Nullable UUID supplierId,
        String category,
        Instant openedAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return ticketId;
    }
}
