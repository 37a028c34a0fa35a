package io.abonent.contracts.account;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/** A person may no longer act on a supply account. A new link has a new id and starts from BASIC. */
public record AccountUnlinked(
        UUID linkId,
        UUID userId,
        UUID supplyAccountId,
        UUID supplierId,
        String accountNumberMasked,
        Cause cause,
        Instant unlinkedAt,
        long version)
        implements Event {

    public enum Cause {
        USER,
        SUPPLIER,
        CONSENT_WITHDRAWN
    }

    @Override
    public UUID aggregateId() {
        return linkId;
    }
}
