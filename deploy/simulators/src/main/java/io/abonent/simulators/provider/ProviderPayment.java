package io.abonent.simulators.provider;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the provider keeps it.
 *
 * @param chargedMinor what was really taken from the payer; differs from the order only where a checker wants it to
 * @param silent decided, but the provider does not notify
 */
record ProviderPayment(
        String id,
        Status status,
        long amountMinor,
        long chargedMinor,
        String currency,
        @Nullable String description,
        Map<String, String> metadata,
        Method method,
        boolean capture,
        String returnUrl,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant capturedAt,
        @Nullable Cancellation cancellation,
        long refundedMinor,
        boolean silent,
        String idempotenceKey,
        String requestHash) {

    enum Status {
        PENDING,
        WAITING_FOR_CAPTURE,
        SUCCEEDED,
        CANCELED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Method {
        BANK_CARD,
        SBP
    }

    record Cancellation(String party, String reason) {}

    boolean isOpen() {
        return status == Status.PENDING || status == Status.WAITING_FOR_CAPTURE;
    }

    boolean isExpiredAt(Instant now) {
        return status == Status.PENDING && !now.isBefore(expiresAt);
    }

    @Nullable
    String ourId() {
        String ours = metadata.get("paymentId");
        return ours == null ? null : ours.toLowerCase(Locale.ROOT);
    }

    ProviderPayment succeeded(Instant at, long charged, boolean quietly) {
        return with(Status.SUCCEEDED, charged, at, null, refundedMinor, quietly);
    }

    ProviderPayment waitingForCapture() {
        return with(Status.WAITING_FOR_CAPTURE, chargedMinor, null, null, refundedMinor, silent);
    }

    ProviderPayment canceled(Cancellation why, boolean quietly) {
        return with(Status.CANCELED, chargedMinor, null, why, refundedMinor, quietly);
    }

    ProviderPayment refunded() {
        return with(status, chargedMinor, capturedAt, cancellation, chargedMinor, silent);
    }

    private ProviderPayment with(
            Status next,
            long charged,
            @Nullable Instant captured,
            @Nullable Cancellation why,
            long refunded,
            boolean quietly) {
        return new ProviderPayment(
                id,
                next,
                amountMinor,
                charged,
                currency,
                description,
                metadata,
                method,
                capture,
                returnUrl,
                createdAt,
                expiresAt,
                captured,
                why,
                refunded,
                quietly,
                idempotenceKey,
                requestHash);
    }
}
