package io.abonent.contracts.consent;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/** A person took a consent back. It can be signed again, never un-withdrawn. */
public record ConsentWithdrawn(
        UUID consentId,
        UUID userId,
        UUID documentId,
        int documentVersion,
        ConsentPurpose purpose,
        UUID evidenceId,
        Instant withdrawnAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return consentId;
    }
}
