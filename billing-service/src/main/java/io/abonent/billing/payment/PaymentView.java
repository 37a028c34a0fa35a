package io.abonent.billing.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param status what the customer needs to know: an unknown outcome is still PENDING
 * @param refundedMinor how much went back; absent if nothing
 * @param confirmationUrl the provider's page; absent until the provider has given one and after the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
        UUID paymentId,
        Status status,
        long totalMinor,
        String currency,
        PaymentMethod method,
        @Nullable String confirmationUrl,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable Instant postedAt,
        @Nullable String failureReason,
        @Nullable Long refundedMinor,
        List<PartView> parts) {

    enum Status {
        PENDING,
        PAID,
        POSTED,
        FAILED,
        EXPIRED,
        CANCELLED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            UUID partId,
            UUID supplyAccountId,
            long amountMinor,
            FiscalStatus fiscalStatus,
            SupplierStatus supplierStatus,
            @Nullable String receiptUrl) {}

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.paymentId,
                status(payment),
                payment.totalMinor,
                payment.currency,
                payment.method,
                payment.status.isOpen() ? payment.confirmationUrl : null,
                payment.createdAt,
                payment.expiresAt,
                payment.paidAt,
                payment.postedAt,
                payment.status.isPaid() || payment.failureReason == null ? null : payment.failureReason.name(),
                payment.refundedMinor == 0 ? null : payment.refundedMinor,
                payment.parts.stream()
                        .map(part -> new PartView(
                                part.partId,
                                part.supplyAccountId,
                                part.amountMinor,
                                part.fiscalStatus,
                                part.supplierStatus,
                                part.receiptUrl))
                        .toList());
    }

    private static Status status(Payment payment) {
        return switch (payment.status) {
            case CREATED, PENDING, UNKNOWN -> Status.PENDING;
            case PAID -> Status.PAID;
            case POSTED -> Status.POSTED;
            case FAILED -> Status.FAILED;
            case EXPIRED -> Status.EXPIRED;
            case CANCELLED -> Status.CANCELLED;
        };
    }
}
