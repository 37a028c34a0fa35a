package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person asked to pay; no money has moved. */
public record PaymentCreated(
        UUID paymentId,
        UUID userId,
        long totalMinor,
        String currency,
        PaymentMethod method,
        List<PaymentPart> parts,
        Instant createdAt,
        Instant expiresAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return paymentId;
    }
}
