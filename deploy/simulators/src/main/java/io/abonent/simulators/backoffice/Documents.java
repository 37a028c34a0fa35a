package io.abonent.simulators.backoffice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the house sends and what the supplier writes into its journal. */
final class Documents {

    private Documents() {}

    record PaymentOrder(
            @Nullable String documentId,
            @Nullable String accountRef,
            @Nullable Long amountMinor,
            @Nullable String currency,
            @Nullable Instant paidAt) {}

    record ReadingOrder(
            @Nullable String documentId,
            @Nullable String accountRef,
            @Nullable String serial,
            @Nullable List<RegisterValue> registers,
            @Nullable Instant capturedAt) {}

    record RegisterValue(@Nullable String code, @Nullable BigDecimal value) {}

    /** A payment in the supplier's books. */
    record PostedPayment(
            String supplier,
            long account,
            String documentId,
            String operationId,
            long amountMinor,
            String currency,
            @Nullable Instant paidAt,
            Instant acceptedAt) {}

    enum ReadingStatus {
        ACCEPTED,
        REJECTED,
        PENDING
    }

    enum RejectionReason {
        BELOW_PREVIOUS,
        TOO_HIGH,
        METER_REMOVED,
        WINDOW_CLOSED,
        OTHER
    }

    /**
     * A reading in the supplier's books.
     *
     * @param decidedAt before this moment the supplier only says that it is still checking
     */
    record TakenReading(
            String supplier,
            long account,
            String documentId,
            String serial,
            @Nullable BigDecimal value,
            ReadingStatus status,
            @Nullable RejectionReason reason,
            @Nullable Instant capturedAt,
            Instant decidedAt) {

        ReadingStatus statusAt(Instant now) {
            return now.isBefore(decidedAt) ? ReadingStatus.PENDING : status;
        }

        @Nullable
        RejectionReason reasonAt(Instant now) {
            return now.isBefore(decidedAt) ? null : reason;
        }
    }
}
