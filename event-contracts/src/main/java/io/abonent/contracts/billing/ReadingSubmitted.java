package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person handed in a reading and was told so; the supplier has not answered yet.
 *
 * @param period billing period the reading counts for, {@code YYYY-MM}
 * @param capturedAt when the person read the meter
 */
public record ReadingSubmitted(
        UUID readingId,
        UUID meterId,
        UUID supplyAccountId,
        UUID supplierId,
        UUID userId,
        String period,
        List<RegisterReading> registers,
        Instant capturedAt,
        Instant submittedAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return readingId;
    }
}
