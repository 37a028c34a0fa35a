package io.abonent.billing.reading;

import io.abonent.billing.link.Link;
import io.abonent.billing.meter.Meter;
import io.abonent.billing.meter.Meters;
import io.abonent.billing.meter.ReadingWindow;
import io.abonent.billing.reading.ReadingRules.Base;
import io.abonent.billing.reading.ReadingRules.Judgement;
import io.abonent.billing.reading.ReadingRules.Recorded;
import io.abonent.billing.reading.SubmittingReadings.Outcome;
import io.abonent.billing.supplier.SupplierProfile;
import io.abonent.billing.work.WorkQueue;
import io.abonent.platform.event.Ids;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One reading into the books, under the meter's lock: one counts per period, the rest is history. */
@Component
class WritingReading {

    private final Meters meters;
    private final Readings readings;
    private final WorkQueue work;
    private final EventPublisher events;
    private final ReadingProperties properties;
    private final Clock clock;

    WritingReading(
            Meters meters,
            Readings readings,
            WorkQueue work,
            EventPublisher events,
            ReadingProperties properties,
            Clock clock) {
        this.meters = meters;
        this.readings = readings;
        this.work = work;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome write(SupplierProfile supplier, Meter seen, Link link, ReadingRequest.Item item, String requestKey) {
        meters.lock(seen.meterId());
        Meter meter = meters.find(seen.meterId()).orElseThrow();
        Instant now = clock.instant();
        Instant captured = item.capturedAt() == null ? now : item.capturedAt();
        String period = ReadingWindow.at(supplier, now).countsFor().toString();
        Optional<Reading> current = readings.current(meter.meterId(), period);
        ReadingRules.Submission submission = new ReadingRules.Submission(
                meter,
                item.registers(),
                captured,
                bases(meter, current),
                readings.usualConsumption(meter.meterId()),
                link.extended(),
                Boolean.TRUE.equals(item.rolloverConfirmed()),
                Boolean.TRUE.equals(item.highConfirmed()),
                now);
        return switch (new ReadingRules(supplier, properties).judge(submission)) {
            case Judgement.Refused(ReadingRefusal why) -> new Outcome.Refused(meter.meterId(), why, null);
            case Judgement.Fine(List<Recorded> recorded, ReadingWindow window) ->
                place(link, meter, current, recorded, window.countsFor().toString(), captured, now, requestKey);
        };
    }

    private Outcome place(
            Link link,
            Meter meter,
            Optional<Reading> current,
            List<Recorded> recorded,
            String period,
            Instant captured,
            Instant now,
            String requestKey) {
        if (current.isPresent()) {
            Reading earlier = current.get();
            if (earlier.userId().equals(link.userId()) && earlier.hasSameValues(recorded)) {
                return new Outcome.Written(earlier.readingId());
            }
            if (earlier.isOnTheWire(now, properties.abandonedAfter())) {
                return new Outcome.Refused(meter.meterId(), ReadingRefusal.READING_CONFLICT, null);
            }
        }
        Reading reading = new Reading(
                Ids.next(),
                meter.meterId(),
                meter.supplyAccountId(),
                meter.supplierId(),
                link.supplierAccountRef(),
                link.userId(),
                requestKey,
                period,
                ReadingStatus.SUBMITTED,
                null,
                captured,
                now,
                null,
                now,
                recorded,
                1);
        Optional<Reading> superseded = current.map(earlier -> readings.superseded(earlier, reading.readingId()));
        readings.add(reading);
        // The person's own request tells the supplier at once; this row is for the case that it dies.
        work.putIn(SendingReadings.TASK, reading.readingId(), properties.abandonedAfter());
        superseded.ifPresent(earlier -> events.publish(ReadingEvents.superseded(earlier, reading)));
        events.publish(ReadingEvents.submitted(reading));
        return new Outcome.Written(reading.readingId());
    }

    /** A correction within the period is compared with what the corrected one was compared with. */
    private static Map<String, Base> bases(Meter meter, Optional<Reading> current) {
        Map<String, Base> bases = new HashMap<>();
        meter.registers()
                .forEach(register ->
                        bases.put(register.code(), new Base(register.previousValue(), register.previousDate())));
        current.ifPresent(
                earlier -> earlier.registers().forEach(register -> bases.put(register.code(), register.base())));
        return bases;
    }

    /** Under the same lock, so that a verdict and a correction come one after the other. */
    @Transactional
    public Optional<Reading> change(UUID readingId, java.util.function.Function<Reading, Optional<Reading>> change) {
        Optional<Reading> found = readings.find(readingId);
        if (found.isEmpty()) {
            return found;
        }
        meters.lock(found.get().meterId());
        Optional<Reading> locked = readings.lock(readingId);
        Optional<Reading> changed =
                locked.filter(reading -> !reading.status().isDecided()).flatMap(change);
        changed.ifPresent(readings::save);
        return changed;
    }
}
