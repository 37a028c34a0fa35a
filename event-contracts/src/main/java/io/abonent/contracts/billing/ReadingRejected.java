package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The supplier refused a reading after it was handed in. */
public record ReadingRejected(
        UUID readingId,
        UUID meterId,
        UUID supplyAccountId,
        UUID supplierId,
        UUID userId,
        String period,
        List<RegisterReading> registers,
        Reason reason,
        Instant rejectedAt,
        long version)
        implements Event {

    public enum Reason {
        BELOW_PREVIOUS,
        TOO_HIGH,
        METER_REMOVED,
        WINDOW_CLOSED,
        OTHER
    }

    @Override
    public UUID aggregateId() {
        return readingId;
    }
}
