package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The provider holds the money. Also after the payment had failed or expired here: the provider is right.
 *
 * @param late the person was told before that it had failed
 */
public record PaymentPaid(
        UUID paymentId,
        UUID userId,
        long totalMinor,
        String currency,
        PaymentMethod method,
        List<PaymentPart> parts,
        Instant paidAt,
        boolean late,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return paymentId;
    }
}
