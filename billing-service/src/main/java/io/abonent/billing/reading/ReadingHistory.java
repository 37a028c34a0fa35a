package io.abonent.billing.reading;

import io.abonent.billing.reading.ReadingResults.RecordedValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param nextCursor pass it as {@code cursor} for the next page; absent on the last */
record ReadingHistory(List<Item> items, @Nullable String nextCursor) {

    record Item(
            UUID readingId,
            UUID meterId,
            ReadingStatus status,
            String countsFor,
            List<RecordedValue> registers,
            Instant capturedAt,
            Instant submittedAt) {

        static Item of(Reading reading) {
            return new Item(
                    reading.readingId(),
                    reading.meterId(),
                    reading.status(),
                    reading.period(),
                    reading.registers().stream()
                            .map(register -> new RecordedValue(
                                    register.code(), register.value().toPlainString(), register.unit()))
                            .toList(),
                    reading.capturedAt(),
                    reading.submittedAt());
        }
    }
}
