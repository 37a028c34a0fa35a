package io.abonent.billing.reading;

import io.abonent.contracts.billing.ReadingAccepted;
import io.abonent.contracts.billing.ReadingRejected;
import io.abonent.contracts.billing.ReadingSubmitted;
import io.abonent.contracts.billing.ReadingSuperseded;
import io.abonent.contracts.billing.RegisterReading;
import java.util.List;
import java.util.Objects;

/** Readings → the wire. */
final class ReadingEvents {

    private ReadingEvents() {}

    static ReadingSubmitted submitted(Reading reading) {
        return new ReadingSubmitted(
                reading.readingId(),
                reading.meterId(),
                reading.supplyAccountId(),
                reading.supplierId(),
                reading.userId(),
                reading.period(),
                registers(reading),
                reading.capturedAt(),
                reading.submittedAt(),
                reading.version());
    }

    static ReadingAccepted accepted(Reading reading) {
        return new ReadingAccepted(
                reading.readingId(),
                reading.meterId(),
                reading.supplyAccountId(),
                reading.supplierId(),
                reading.userId(),
                reading.period(),
                registers(reading),
                Objects.requireNonNull(reading.decidedAt()),
                reading.version());
    }

    static ReadingRejected rejected(Reading reading) {
        return new ReadingRejected(
                reading.readingId(),
                reading.meterId(),
                reading.supplyAccountId(),
                reading.supplierId(),
                reading.userId(),
                reading.period(),
                registers(reading),
                Objects.requireNonNull(reading.reason()),
                Objects.requireNonNull(reading.decidedAt()),
                reading.version());
    }

    static ReadingSuperseded superseded(Reading superseded, Reading by) {
        return new ReadingSuperseded(
                superseded.readingId(),
                superseded.meterId(),
                superseded.supplyAccountId(),
                superseded.supplierId(),
                superseded.userId(),
                superseded.period(),
                by.readingId(),
                by.submittedAt(),
                superseded.version());
    }

    private static List<RegisterReading> registers(Reading reading) {
        return reading.registers().stream()
                .map(register ->
                        new RegisterReading(register.code(), register.value().toPlainString(), register.unit()))
                .toList();
    }
}
