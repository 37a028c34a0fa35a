package io.abonent.billing.reading;

import io.abonent.billing.reading.ReadingResults.RecordedValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

record ReadingHistory(List<Item> items) {

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
