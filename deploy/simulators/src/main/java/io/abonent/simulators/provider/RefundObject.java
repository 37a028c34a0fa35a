package io.abonent.simulators.provider;

import io.abonent.simulators.provider.PaymentObject.Amount;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The refund object of the YooKassa v3 API: it has an id of its own and names its payment apart. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RefundObject(String id, String paymentId, String status, Instant createdAt, Amount amount) {

    static RefundObject of(ProviderPayment payment, Instant now) {
        UUID id = UUID.nameUUIDFromBytes(("refund:" + payment.id()).getBytes(StandardCharsets.UTF_8));
        return new RefundObject(
                id.toString(),
                payment.id(),
                "succeeded",
                now.truncatedTo(ChronoUnit.MILLIS),
                Amount.ofMinor(payment.refundedMinor(), payment.currency()));
    }
}
