package io.abonent.gateway.service;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is due, payments, meters and their readings. Amounts are minor units of the currency. */
@HttpExchange("/api/v1")
public interface BillingService {

    /** All accounts in one answer; one linked a moment ago may be missing, {@link #balance} finds it. */
    @GetExchange("/supply-accounts")
    Overview overview();

    @GetExchange("/supply-accounts/{supplyAccountId}/balance")
    Balance balance(@PathVariable UUID supplyAccountId);

    @PostExchange("/payment-quotes")
    Quote quote(@RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody QuoteRequest request);

    @GetExchange("/payment-quotes/{quoteId}")
    Quote quote(@PathVariable UUID quoteId);

    @PostExchange("/payments")
    Payment pay(@RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody PaymentRequest request);

    @GetExchange("/payments/{paymentId}")
    Payment payment(@PathVariable UUID paymentId);

    @GetExchange("/payments")
    Payments payments(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit);

    @GetExchange("/supply-accounts/{supplyAccountId}/meters")
    Meters meters(@PathVariable UUID supplyAccountId);

    @PostExchange("/meter-readings")
    ReadingResults submit(@RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody Readings readings);

    @GetExchange("/meter-readings")
    ReadingHistory readings(
            @RequestParam UUID meterId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit);

    /**
     * @param pendingMinor paid here and not yet in the supplier's figures; already taken off {@code amountDueMinor}
     * @param stale if the figures are too old to rely on, else absent; see {@link #outdated}
     * @param lines by service; empty in BASIC access
     */
    record Balance(
            UUID supplyAccountId,
            long amountDueMinor,
            long creditMinor,
            long pendingMinor,
            String currency,
            Instant asOf,
            @Nullable Boolean stale,
            List<Line> lines) {

        public boolean outdated() {
            return Boolean.TRUE.equals(stale);
        }
    }

    record Overview(List<OverviewItem> items) {}

    /**
     * @param balance absent if the supplier has never given figures
     * @param window absent without meters
     */
    record OverviewItem(
            UUID supplyAccountId,
            @Nullable Balance balance,
            @Nullable Window window) {}

    record Line(String service, long amountMinor) {}

    record QuoteRequest(List<WantedPart> parts) {}

    /** @param amountMinor with CUSTOM only */
    record WantedPart(
            UUID supplyAccountId, QuoteMode mode, @Nullable Long amountMinor) {}

    enum QuoteMode {
        DEBT,
        CUSTOM
    }

    /** @param paymentId the payment that used it */
    record Quote(
            UUID quoteId,
            long totalMinor,
            String currency,
            Instant expiresAt,
            @Nullable UUID paymentId,
            List<QuotePart> parts) {}

    record QuotePart(UUID supplyAccountId, QuoteMode mode, long amountMinor) {}

    /** @param confirmDuplicate "yes, once more", after {@code DUPLICATE_SUSPECTED} */
    record PaymentRequest(
            UUID quoteId,
            PaymentMethod method,
            String returnUrl,
            @Nullable Boolean confirmDuplicate) {}

    enum PaymentMethod {
        CARD,
        SBP,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record Payments(List<Payment> items, @Nullable String nextCursor) {}

    /** @param confirmationUrl the provider's page; absent until there is one and after the end */
    record Payment(
            UUID paymentId,
            PaymentStatus status,
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
            List<PaymentPart> parts) {}

    enum PaymentStatus {
        PENDING,
        PAID,
        POSTED,
        FAILED,
        EXPIRED,
        CANCELLED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record PaymentPart(
            UUID partId,
            UUID supplyAccountId,
            long amountMinor,
            FiscalStatus fiscalStatus,
            SupplierStatus supplierStatus,
            @Nullable String receiptUrl) {}

    enum FiscalStatus {
        NONE,
        QUEUED,
        REGISTERED,
        FAILED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum SupplierStatus {
        NONE,
        SENT,
        ACKED,
        REJECTED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record Meters(List<Meter> items) {}

    record Meter(
            UUID meterId,
            String serialMasked,
            String model,
            @Nullable LocalDate calibrationDueOn,
            List<Register> registers,
            Window window) {}

    /** @param previous EXTENDED access only */
    record Register(String code, String unit, @Nullable Previous previous) {}

    record Previous(String value, LocalDate date) {}

    /** @param countsFor {@code YYYY-MM} */
    record Window(WindowMode mode, LocalDate from, LocalDate to, boolean open, String countsFor) {}

    enum WindowMode {
        @JsonEnumDefaultValue
        ALWAYS,
        HARD_WINDOW
    }

    record Readings(List<Reading> readings) {}

    /**
     * @param rolloverConfirmed "the meter went past its last nine", after {@code READING_CONFIRMATION_REQUIRED}
     * @param highConfirmed "so much was really used", after {@code READING_CONFIRMATION_REQUIRED}
     */
    record Reading(
            UUID meterId,
            List<RegisterValue> registers,
            @Nullable Instant capturedAt,
            @Nullable Boolean rolloverConfirmed,
            @Nullable Boolean highConfirmed) {}

    record RegisterValue(String code, BigDecimal value) {}

    record ReadingResults(List<ReadingResult> results) {}

    /**
     * @param code why not, as a problem's code
     * @param recorded what was really written down, cut to the digits the supplier bills
     */
    record ReadingResult(
            UUID meterId,
            @Nullable UUID readingId,
            ReadingStatus status,
            @Nullable String code,
            @Nullable List<RecordedValue> recorded,
            @Nullable String countsFor,
            @Nullable LocalDate windowOpensOn) {}

    record RecordedValue(String code, String value, String unit) {}

    enum ReadingStatus {
        ACCEPTED,
        SUBMITTED,
        /** Given to the supplier; of the history only. */
        SENT,
        QUEUED,
        REJECTED,
        SUPERSEDED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record ReadingHistory(List<PastReading> items, @Nullable String nextCursor) {}

    record PastReading(
            UUID readingId,
            UUID meterId,
            ReadingStatus status,
            String countsFor,
            List<RecordedValue> registers,
            Instant capturedAt,
            Instant submittedAt) {}
}
