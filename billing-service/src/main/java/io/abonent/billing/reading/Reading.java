package io.abonent.billing.reading;

import io.abonent.contracts.billing.ReadingRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One submission for one meter.
 *
 * @param period for which it counts, {@code YYYY-MM}
 * @param capturedAt when the person read the meter
 * @param submittedAt the moment that counts for the window
 * @param tryingSince the supplier is being told right now, if not null
 */
record Reading(
        UUID readingId,
        UUID meterId,
        UUID supplyAccountId,
        UUID supplierId,
        String supplierAccountRef,
        UUID userId,
        String requestKey,
        String period,
        ReadingStatus status,
        ReadingRejected.@Nullable Reason reason,
        Instant capturedAt,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant tryingSince,
        List<ReadingRules.Recorded> registers,
        long version) {

    Reading with(ReadingStatus newStatus, ReadingRejected.@Nullable Reason newReason, @Nullable Instant newDecidedAt) {
        return new Reading(
                readingId,
                meterId,
                supplyAccountId,
                supplierId,
                supplierAccountRef,
                userId,
                requestKey,
                period,
                newStatus,
                newReason,
                capturedAt,
                submittedAt,
                newDecidedAt,
                null,
                registers,
                version + 1);
    }

    Reading tryingAt(Instant now) {
        return new Reading(
                readingId,
                meterId,
                supplyAccountId,
                supplierId,
                supplierAccountRef,
                userId,
                requestKey,
                period,
                status,
                reason,
                capturedAt,
                submittedAt,
                decidedAt,
                now,
                registers,
                version + 1);
    }

    /** While it is on the wire nothing may overtake it. */
    boolean isOnTheWire(Instant now, Duration abandonedAfter) {
        return !status.isDecided()
                && tryingSince != null
                && tryingSince.plus(abandonedAfter).isAfter(now);
    }

    boolean hasSameValues(List<ReadingRules.Recorded> others) {
        return registers.size() == others.size()
                && registers.stream()
                        .allMatch(register -> others.stream()
                                .anyMatch(other -> other.code().equals(register.code())
                                        && other.value().compareTo(register.value()) == 0));
    }

    @Override
    public String toString() {
        return "Reading[" + readingId + ", " + status + "]";
    }
}
