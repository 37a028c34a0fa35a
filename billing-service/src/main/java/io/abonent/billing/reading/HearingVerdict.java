package io.abonent.billing.reading;

import io.abonent.billing.backoffice.SupplierBackOffice.ReadingVerdict;
import io.abonent.billing.meter.Meters;
import io.abonent.billing.supplier.SupplierProfile;
import io.abonent.billing.supplier.Suppliers;
import io.abonent.contracts.billing.ReadingRejected;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what the supplier decided. Saying it again, or about a reading that was replaced, changes nothing. */
@Component
class HearingVerdict {

    private final WritingReading writing;
    private final Meters meters;
    private final Suppliers suppliers;
    private final EventPublisher events;
    private final Clock clock;

    HearingVerdict(WritingReading writing, Meters meters, Suppliers suppliers, EventPublisher events, Clock clock) {
        this.writing = writing;
        this.meters = meters;
        this.suppliers = suppliers;
        this.events = events;
        this.clock = clock;
    }

    /** @return the reading as it is now, if this changed it */
    @Transactional
    public Optional<Reading> heard(UUID readingId, ReadingVerdict verdict) {
        Instant now = clock.instant();
        return switch (verdict) {
            case ReadingVerdict.Accepted() -> {
                Optional<Reading> accepted = writing.change(
                        readingId, reading -> Optional.of(reading.with(ReadingStatus.ACCEPTED, null, now)));
                accepted.ifPresent(reading -> {
                    taken(reading);
                    events.publish(ReadingEvents.accepted(reading));
                });
                yield accepted;
            }
            case ReadingVerdict.Rejected(String reason) -> {
                Optional<Reading> rejected = writing.change(
                        readingId, reading -> Optional.of(reading.with(ReadingStatus.REJECTED, reason(reason), now)));
                rejected.ifPresent(reading -> events.publish(ReadingEvents.rejected(reading)));
                yield rejected;
            }
            case ReadingVerdict.Pending() ->
                writing.change(readingId, reading -> Optional.of(reading.with(ReadingStatus.SENT, null, null)));
            case ReadingVerdict.Missing() ->
                writing.change(readingId, reading -> Optional.of(reading.with(ReadingStatus.QUEUED, null, null)));
        };
    }

    private void taken(Reading reading) {
        ZoneId zone = suppliers
                .find(reading.supplierId())
                .map(SupplierProfile::timeZone)
                .orElse(ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(reading.capturedAt(), zone);
        reading.registers()
                .forEach(register -> meters.taken(reading.meterId(), register.code(), register.value(), day));
    }

    private static ReadingRejected.Reason reason(String said) {
        for (ReadingRejected.Reason known : ReadingRejected.Reason.values()) {
            if (known.name().equals(said)) {
                return known;
            }
        }
        return ReadingRejected.Reason.OTHER;
    }
}
