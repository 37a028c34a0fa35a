package io.abonent.billing.payment;

import io.abonent.contracts.billing.FiscalReceiptRegistered;
import io.abonent.contracts.billing.PaymentCreated;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.PaymentPaid;
import io.abonent.contracts.billing.PaymentPart;
import io.abonent.contracts.billing.PaymentPosted;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Payments → the wire. */
final class PaymentEvents {

    private PaymentEvents() {}

    static PaymentCreated created(Payment payment) {
        return new PaymentCreated(
                payment.paymentId,
                payment.userId,
                payment.totalMinor,
                payment.currency,
                method(payment),
                parts(payment),
                payment.createdAt,
                payment.expiresAt,
                payment.version);
    }

    static PaymentPaid paid(Payment payment, boolean late) {
        return new PaymentPaid(
                payment.paymentId,
                payment.userId,
                payment.totalMinor,
                payment.currency,
                method(payment),
                parts(payment),
                Objects.requireNonNull(payment.paidAt),
                late,
                payment.version);
    }

    static PaymentFailed failed(Payment payment) {
        return new PaymentFailed(
                payment.paymentId,
                payment.userId,
                payment.totalMinor,
                payment.currency,
                method(payment),
                parts(payment),
                Objects.requireNonNull(payment.failureReason),
                Objects.requireNonNull(payment.failedAt),
                payment.version);
    }

    static PaymentPosted posted(Payment payment) {
        return new PaymentPosted(
                payment.paymentId,
                payment.userId,
                payment.totalMinor,
                payment.currency,
                method(payment),
                parts(payment),
                Objects.requireNonNull(payment.postedAt),
                payment.version);
    }

    static FiscalReceiptRegistered receipt(Payment payment, Part part, Instant registeredAt) {
        return new FiscalReceiptRegistered(
                payment.paymentId,
                payment.userId,
                part.partId,
                part.amountMinor,
                payment.currency,
                Objects.requireNonNull(part.receiptDrive),
                Objects.requireNonNull(part.receiptDocument),
                Objects.requireNonNull(part.receiptSign),
                Objects.requireNonNull(part.receiptUrl),
                registeredAt,
                payment.version);
    }

    private static io.abonent.contracts.billing.PaymentMethod method(Payment payment) {
        return switch (payment.method) {
            case CARD -> io.abonent.contracts.billing.PaymentMethod.CARD;
            case SBP -> io.abonent.contracts.billing.PaymentMethod.SBP;
        };
    }

    private static List<PaymentPart> parts(Payment payment) {
        return payment.parts.stream()
                .map(part -> new PaymentPart(
                        part.partId,
                        part.supplyAccountId,
                        part.supplierId,
                        part.amountMinor,
                        part.fiscalStatus,
                        part.supplierStatus))
                .toList();
    }
}
