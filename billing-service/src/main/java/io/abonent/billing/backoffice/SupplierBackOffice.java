package io.abonent.billing.backoffice;

import io.abonent.billing.partner.PartnerUnavailable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we ask of and tell to a supplier. Every method may throw {@link PartnerUnavailable}: then nothing is known about
 * the outcome, and the same call may be repeated.
 */
public interface SupplierBackOffice {

    Figures balance(Account account);

    List<SupplierMeter> meters(Account account);

    /** Idempotent by the document's id. */
    PostingVerdict post(Account account, PaymentDocument document);

    /** Idempotent by the document's id. */
    ReadingVerdict submit(Account account, ReadingDocument document);

    /** What became of a reading handed in before; {@link ReadingVerdict.Pending} while undecided. */
    ReadingVerdict verdict(Account account, UUID documentId);

    /** @param ref the supplier's own name of the account */
    record Account(UUID supplierId, String ref) {

        @Override
        public String toString() {
            return "Account[of supplier " + supplierId + "]";
        }
    }

    record Figures(long debtMinor, long creditMinor, String currency, Instant asOf, List<Line> lines) {}

    record Line(String service, long amountMinor) {}

    record SupplierMeter(
            String serial,
            String model,
            int digits,
            @Nullable LocalDate calibrationDueOn,
            List<SupplierRegister> registers) {}

    record SupplierRegister(
            String code,
            String unit,
            @Nullable BigDecimal previousValue,
            @Nullable LocalDate previousDate) {}

    record PaymentDocument(UUID documentId, long amountMinor, String currency, Instant paidAt) {}

    record ReadingDocument(UUID documentId, String serial, List<RegisterValue> registers, Instant capturedAt) {}

    record RegisterValue(String code, BigDecimal value) {}

    sealed interface PostingVerdict {

        record Accepted(String operationId) implements PostingVerdict {}

        /** For good: asking again cannot help. */
        record Refused(String code) implements PostingVerdict {}
    }

    sealed interface ReadingVerdict {

        record Accepted() implements ReadingVerdict {}

        /** @param reason {@code BELOW_PREVIOUS, TOO_HIGH, METER_REMOVED, WINDOW_CLOSED} or anything else */
        record Rejected(String reason) implements ReadingVerdict {}

        record Pending() implements ReadingVerdict {}

        /** The supplier has never heard of it. */
        record Missing() implements ReadingVerdict {}
    }
}
