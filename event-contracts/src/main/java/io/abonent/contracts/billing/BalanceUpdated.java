package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is due on a supply account has changed. One of {@code amountDueMinor} and {@code creditMinor} is zero.
 *
 * @param asOf the moment for which the supplier's figures hold
 */
public record BalanceUpdated(
        UUID supplyAccountId,
        UUID supplierId,
        long amountDueMinor,
        long creditMinor,
        String currency,
        List<Line> lines,
        Instant asOf,
        long version)
        implements Event {

    /** @param service code of the supply service, e.g. {@code GAS}, {@code PENALTY}, {@code MAINTENANCE} */
    public record Line(String service, long amountMinor) {}

    @Override
    public UUID aggregateId() {
        return supplyAccountId;
    }
}
