package io.abonent.billing.payment;

import io.abonent.billing.provider.PaymentProvider.ProviderPayment;
import io.abonent.billing.quote.Quote;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import io.abonent.platform.event.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment. The provider's word moves it, in whatever order and however often it arrives; the clock alone never does.
 * It only ever moves towards the money: a success is accepted even after a failure, nothing undoes a success.
 */
final class Payment {

    final UUID paymentId;
    final UUID userId;
    final UUID quoteId;
    final String requestKey;
    final String currency;
    final PaymentMethod method;
    final String returnUrl;
    final Instant createdAt;
    final Instant expiresAt;
    final List<Part> parts;

    PaymentStatus status = PaymentStatus.CREATED;
    long totalMinor;

    @Nullable
    String providerPaymentId;

    @Nullable
    String confirmationUrl;

    @Nullable
    Long suspectedMinor;

    @Nullable
    String mismatch;

    long refundedMinor;

    PaymentFailed.@Nullable Reason failureReason;

    @Nullable
    Instant paidAt;

    @Nullable
    Instant failedAt;

    @Nullable
    Instant postedAt;

    long version = 1;

    Payment(
            UUID paymentId,
            UUID userId,
            UUID quoteId,
            String requestKey,
            long totalMinor,
            String currency,
            PaymentMethod method,
            String returnUrl,
            Instant createdAt,
            Instant expiresAt,
            List<Part> parts) {
        this.paymentId = paymentId;
        this.userId = userId;
        this.quoteId = quoteId;
        this.requestKey = requestKey;
        this.totalMinor = totalMinor;
        this.currency = currency;
        this.method = method;
        this.returnUrl = returnUrl;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.parts = parts;
    }

    static Payment of(
            Quote quote,
            String requestKey,
            PaymentMethod method,
            String returnUrl,
            Instant createdAt,
            Instant expiresAt) {
        List<Part> parts = quote.parts().stream()
                .map(part -> new Part(
                        Ids.next(),
                        part.supplyAccountId(),
                        part.supplierId(),
                        part.supplierAccountRef(),
                        part.amountMinor(),
                        part.advanceMinor()))
                .toList();
        return new Payment(
                Ids.next(),
                quote.userId(),
                quote.quoteId(),
                requestKey,
                quote.totalMinor(),
                quote.currency(),
                method,
                returnUrl,
                createdAt,
                expiresAt,
                parts);
    }

    Change hear(ProviderPayment said, Instant now) {
        boolean anotherPayment = providerPaymentId != null && !providerPaymentId.equals(said.id());
        if (anotherPayment || !paymentId.equals(said.paymentId())) {
            return doubt("IDENTITY");
        }
        if (!currency.equals(said.currency())) {
            return doubt("CURRENCY");
        }
        return switch (said.state()) {
            case PENDING -> pending(said);
            case SUCCEEDED -> succeeded(said, now);
            case CANCELED -> cancelled(said, now);
        };
    }

    /** No payment exists at the provider and none will. */
    Change refusedByProvider(Instant now) {
        if (!status.isOpen() || providerPaymentId != null) {
            return new Change.Nothing();
        }
        return fail(PaymentStatus.FAILED, PaymentFailed.Reason.PROVIDER_REFUSED, now);
    }

    /** No believable answer. Later words decide. */
    Change unanswered() {
        if (status != PaymentStatus.CREATED) {
            return new Change.Nothing();
        }
        status = PaymentStatus.UNKNOWN;
        return new Change.Awaiting();
    }

    Change missingAtProvider() {
        return doubt("MISSING");
    }

    private Change pending(ProviderPayment said) {
        if (!status.isOpen()) {
            return new Change.Nothing();
        }
        if (said.amountMinor() != totalMinor) {
            return doubt("AMOUNT");
        }
        boolean known = status == PaymentStatus.PENDING
                && providerPaymentId != null
                && (confirmationUrl != null || said.confirmationUrl() == null);
        if (known) {
            return new Change.Nothing();
        }
        providerPaymentId = said.id();
        if (said.confirmationUrl() != null) {
            confirmationUrl = said.confirmationUrl();
        }
        status = PaymentStatus.PENDING;
        mismatch = null;
        return new Change.Awaiting();
    }

    private Change succeeded(ProviderPayment said, Instant now) {
        if (status.isPaid()) {
            return refunded(said);
        }
        if (said.amountMinor() != totalMinor) {
            // A slip of one answer must not be posted: the same other amount has to be said twice.
            if (suspectedMinor == null || suspectedMinor != said.amountMinor() || said.amountMinor() <= 0) {
                suspectedMinor = said.amountMinor();
                return newDoubt("AMOUNT");
            }
            chargedOtherwise(said.amountMinor());
        } else {
            mismatch = null;
        }
        boolean late = !status.isOpen();
        providerPaymentId = said.id();
        status = PaymentStatus.PAID;
        paidAt = said.capturedAt() == null ? now : said.capturedAt();
        for (Part part : parts) {
            part.fiscalStatus = FiscalStatus.QUEUED;
            if (part.amountMinor == 0) {
                part.fiscalStatus = FiscalStatus.NONE;
                part.supplierStatus = SupplierStatus.REJECTED;
                part.supplierReason = "NOT_CHARGED";
            }
        }
        return new Change.Paid(late);
    }

    /** Only ever grows; more than was paid cannot go back. */
    private Change refunded(ProviderPayment said) {
        if (said.refundedMinor() <= refundedMinor) {
            return new Change.Nothing();
        }
        if (said.refundedMinor() > totalMinor) {
            return doubt("REFUND");
        }
        long since = said.refundedMinor() - refundedMinor;
        refundedMinor = said.refundedMinor();
        return new Change.Refunded(since);
    }

    private void chargedOtherwise(long reallyMinor) {
        mismatch = "CHARGED " + reallyMinor + " ORDERED " + totalMinor;
        long[] shares = Allocation.proportional(
                reallyMinor, parts.stream().mapToLong(part -> part.amountMinor).toArray());
        for (int index = 0; index < shares.length; index++) {
            parts.get(index).charged(shares[index]);
        }
        totalMinor = reallyMinor;
    }

    private Change cancelled(ProviderPayment said, Instant now) {
        if (status.isPaid()) {
            return doubt("CANCELED_AFTER_PAID");
        }
        if (!status.isOpen()) {
            return new Change.Nothing();
        }
        providerPaymentId = said.id();
        return switch (said.cancelReason() == null ? "" : said.cancelReason()) {
            case "expired_on_confirmation", "expired_on_capture" ->
                fail(PaymentStatus.EXPIRED, PaymentFailed.Reason.EXPIRED, now);
            // The provider says so both when the payer turns back and when we gave it up because its time was over.
            case "canceled_by_merchant" ->
                now.isBefore(expiresAt)
                        ? fail(PaymentStatus.CANCELLED, PaymentFailed.Reason.CANCELLED_BY_CUSTOMER, now)
                        : fail(PaymentStatus.EXPIRED, PaymentFailed.Reason.EXPIRED, now);
            default -> fail(PaymentStatus.FAILED, PaymentFailed.Reason.DECLINED, now);
        };
    }

    private Change fail(PaymentStatus how, PaymentFailed.Reason reason, Instant now) {
        status = how;
        failureReason = reason;
        failedAt = now;
        return new Change.Failed();
    }

    /** Told once: the same doubt again is nothing new. */
    private Change doubt(String what) {
        boolean settled = status != PaymentStatus.CREATED && status != PaymentStatus.PENDING;
        if (settled && what.equals(mismatch)) {
            return new Change.Nothing();
        }
        return newDoubt(what);
    }

    private Change newDoubt(String what) {
        if (status == PaymentStatus.CREATED || status == PaymentStatus.PENDING) {
            status = PaymentStatus.UNKNOWN;
        }
        mismatch = what;
        return new Change.Doubtful(what);
    }

    Part part(UUID partId) {
        return parts.stream()
                .filter(part -> part.partId.equals(partId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + partId + " in payment " + paymentId));
    }

    /** @return whether with this part the whole payment is in the suppliers' books */
    boolean acknowledged(Part part, String operationId, Instant now) {
        part.supplierStatus = SupplierStatus.ACKED;
        part.supplierOperationId = operationId;
        boolean whole = status == PaymentStatus.PAID
                && parts.stream().allMatch(each -> each.supplierStatus == SupplierStatus.ACKED);
        if (whole) {
            status = PaymentStatus.POSTED;
            postedAt = now;
        }
        return whole;
    }
}
