package io.abonent.billing.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One result per reading of the batch, in its order; each stands for itself. */
record ReadingResults(List<Result> results) {

    enum Status {
        ACCEPTED,
        /** The supplier has not decided yet. */
        SUBMITTED,
        /** The supplier does not answer; it will be told as soon as it does. The moment of submission counts. */
        QUEUED,
        /** The supplier refused it, or our copy of its rules did: see {@code code}. */
        REJECTED,
        SUPERSEDED
    }

    /**
     * @param recorded what was really written down, cut to the digits the supplier bills
     * @param countsFor billing period {@code YYYY-MM}
     * @param windowOpensOn with {@code READING_WINDOW_CLOSED}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            UUID meterId,
            @Nullable UUID readingId,
            Status status,
            @Nullable String code,
            @Nullable List<RecordedValue> recorded,
            @Nullable String countsFor,
            @Nullable LocalDate windowOpensOn) {

        static Result of(Reading reading) {
            Status status = switch (reading.status()) {
                case SUBMITTED, SENT -> Status.SUBMITTED;
                case QUEUED -> Status.QUEUED;
                case ACCEPTED -> Status.ACCEPTED;
                case REJECTED -> Status.REJECTED;
                case SUPERSEDED -> Status.SUPERSEDED;
            };
            return new Result(
                    reading.meterId(),
                    reading.readingId(),
                    status,
                    code(reading),
                    reading.registers().stream()
                            .map(register -> new RecordedValue(
                                    register.code(), register.value().toPlainString(), register.unit()))
                            .toList(),
                    reading.period(),
                    null);
        }

        static Result refused(UUID meterId, ReadingRefusal why, @Nullable LocalDate windowOpensOn) {
            return new Result(meterId, null, Status.REJECTED, why.name(), null, null, windowOpensOn);
        }

        private static @Nullable String code(Reading reading) {
            if (reading.reason() == null) {
                return null;
            }
            return switch (reading.reason()) {
                case BELOW_PREVIOUS -> ReadingRefusal.READING_BELOW_PREVIOUS.name();
                case TOO_HIGH -> ReadingRefusal.READING_TOO_HIGH.name();
                case METER_REMOVED -> ReadingRefusal.METER_REMOVED.name();
                case WINDOW_CLOSED -> ReadingRefusal.READING_WINDOW_CLOSED.name();
                case OTHER -> ReadingRefusal.METER_NOT_READABLE.name();
            };
        }
    }

    record RecordedValue(String code, String value, String unit) {}
}
