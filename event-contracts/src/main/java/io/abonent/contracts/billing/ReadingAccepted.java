package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The supplier took the reading into its books. */
public record ReadingAccepted(
        UUID readingId,
        UUID meterId,
        UUID supplyAccountId,
        UUID supplierId,
        UUID userId,
        String period,
        List<RegisterReading> registers,
        Instant acceptedAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return readingId;
    }
}
