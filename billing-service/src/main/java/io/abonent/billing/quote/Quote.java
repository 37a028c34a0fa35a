package io.abonent.billing.quote;

import io.abonent.billing.link.Link;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Amounts frozen for a while; pays once.
 *
 * @param paymentId the payment that used it
 */
public record Quote(
        UUID quoteId,
        UUID userId,
        long totalMinor,
        String currency,
        Instant createdAt,
        Instant expiresAt,
        @Nullable UUID paymentId,
        List<Part> parts) {

    /** @param dueMinor the debt known when the quote was made */
    public record Part(
            UUID supplyAccountId,
            UUID supplierId,
            String supplierAccountRef,
            QuoteMode mode,
            long amountMinor,
            long dueMinor) {

        /** What is paid above the debt: an advance, which the fiscal receipt names apart. */
        public long advanceMinor() {
            return Math.max(0, amountMinor - dueMinor);
        }

        static Part of(Link link, QuoteMode mode, long amountMinor, long dueMinor) {
            return new Part(
                    link.supplyAccountId(), link.supplierId(), link.supplierAccountRef(), mode, amountMinor, dueMinor);
        }
    }

    public boolean expiredAt(Instant moment) {
        return !moment.isBefore(expiresAt);
    }
}
