package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The provider says that no money was taken and none will be. */
public record PaymentFailed(
        UUID paymentId,
        UUID userId,
        long totalMinor,
        String currency,
        PaymentMethod method,
        List<PaymentPart> parts,
        Reason reason,
        Instant failedAt,
        long version)
        implements Event {

    public enum Reason {
        DECLINED,
        CANCELLED_BY_CUSTOMER,
        EXPIRED,
        PROVIDER_REFUSED
    }

    @Override
    public UUID aggregateId() {
        return paymentId;
    }
}
