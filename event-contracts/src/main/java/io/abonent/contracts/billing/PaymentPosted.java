package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every supplier of the payment has credited its part. */
public record PaymentPosted(
        UUID paymentId,
        UUID userId,
        long totalMinor,
        String currency,
        PaymentMethod method,
        List<PaymentPart> parts,
        Instant postedAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return paymentId;
    }
}
