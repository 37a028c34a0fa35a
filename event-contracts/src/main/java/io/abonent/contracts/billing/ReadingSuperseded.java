package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/** A later reading of the same period took the place of this one, decided or not: nothing more will be said about it. */
public record ReadingSuperseded(
        UUID readingId,
        UUID meterId,
        UUID supplyAccountId,
        UUID supplierId,
        UUID userId,
        String period,
        UUID supersededBy,
        Instant supersededAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return readingId;
    }
}
