package io.abonent.billing.reading;

import io.abonent.billing.link.AccountAccess;
import io.abonent.billing.link.Link;
import io.abonent.billing.meter.Meter;
import io.abonent.billing.meter.Meters;
import io.abonent.billing.meter.ReadingWindow;
import io.abonent.billing.supplier.SupplierProfile;
import io.abonent.billing.supplier.Suppliers;
import io.abonent.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges a batch item by item and writes down what stands the rules, before the supplier hears of it. */
@Component
class SubmittingReadings {

    private final Meters meters;
    private final AccountAccess access;
    private final Suppliers suppliers;
    private final Readings readings;
    private final WritingReading writing;
    private final ReadingProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SubmittingReadings(
            Meters meters,
            AccountAccess access,
            Suppliers suppliers,
            Readings readings,
            WritingReading writing,
            ReadingProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.meters = meters;
        this.access = access;
        this.suppliers = suppliers;
        this.readings = readings;
        this.writing = writing;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The whole batch: foreign meters end it, anything else is told per item. */
    sealed interface Batch {

        record Judged(List<Outcome> outcomes) implements Batch {}

        record NotYours() implements Batch {}
    }

    sealed interface Outcome {

        record Written(UUID readingId) implements Outcome {}

        record Refused(
                UUID meterId, ReadingRefusal why, @Nullable LocalDate windowOpensOn) implements Outcome {}
    }

    private record Place(Meter meter, Link link) {}

    /** @param requestKey the client's Idempotency-Key: the same request finds the readings it wrote before a kill */
    Batch submit(CurrentUser user, ReadingRequest request, String requestKey) {
        List<Place> places = new ArrayList<>();
        for (ReadingRequest.Item item : request.readings()) {
            Optional<Meter> meter = meters.find(item.meterId());
            if (meter.isEmpty()) {
                return new Batch.NotYours();
            }
            Optional<Link> link = access.find(user, meter.get().supplyAccountId());
            if (link.isEmpty()) {
                return new Batch.NotYours();
            }
            places.add(new Place(meter.get(), link.get()));
        }
        List<Reading> writtenBefore = readings.ofRequest(user.userId(), requestKey);
        List<Outcome> outcomes = new ArrayList<>();
        for (int index = 0; index < places.size(); index++) {
            outcomes.add(submit(places.get(index), request.readings().get(index), requestKey, writtenBefore));
        }
        return new Batch.Judged(List.copyOf(outcomes));
    }

    private Outcome submit(Place place, ReadingRequest.Item item, String requestKey, List<Reading> writtenBefore) {
        for (Reading before : writtenBefore) {
            if (before.meterId().equals(item.meterId())) {
                return new Outcome.Written(before.readingId());
            }
        }
        Optional<SupplierProfile> supplier = suppliers.find(place.meter().supplierId());
        if (supplier.isEmpty()) {
            return new Outcome.Refused(item.meterId(), ReadingRefusal.METER_NOT_READABLE, null);
        }
        UUID userId = place.link().userId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), supplier.get().timeZone());
        // In EXTENDED the previous value is shown anyway: nothing to feel for.
        boolean counted = !place.link().extended();
        if (counted && readings.refusalsToday(item.meterId(), userId, today) >= properties.refusalsPerDay()) {
            return new Outcome.Refused(item.meterId(), ReadingRefusal.RATE_LIMITED, null);
        }
        Outcome outcome = Objects.requireNonNull(transactions.execute(
                transaction -> writing.write(supplier.get(), place.meter(), place.link(), item, requestKey)));
        if (outcome instanceof Outcome.Refused refused) {
            if (counted && refused.why().tellsAboutPrevious()) {
                readings.refused(item.meterId(), userId, today);
            }
            return withOpening(refused, supplier.get());
        }
        return outcome;
    }

    private Outcome withOpening(Outcome.Refused refused, SupplierProfile supplier) {
        if (refused.why() != ReadingRefusal.READING_WINDOW_CLOSED) {
            return refused;
        }
        Instant now = clock.instant();
        return new Outcome.Refused(
                refused.meterId(),
                refused.why(),
                ReadingWindow.at(supplier, now).from());
    }
}
