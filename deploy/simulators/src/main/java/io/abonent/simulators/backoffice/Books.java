package io.abonent.simulators.backoffice;

import io.abonent.simulators.Partner;
import io.abonent.simulators.backoffice.CustomerAccount.Line;
import io.abonent.simulators.backoffice.CustomerAccount.Meter;
import io.abonent.simulators.backoffice.Documents.PostedPayment;
import io.abonent.simulators.backoffice.Documents.ReadingStatus;
import io.abonent.simulators.backoffice.Documents.TakenReading;
import io.abonent.simulators.journal.Journal;
import io.abonent.simulators.journal.Journals;
import io.abonent.simulators.journal.OffsetIndex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The supplier's books: what has been paid and read since the account was opened. Memory holds two numbers per touched
 * account; documents are found in the journal again, which is also how the books come back after a restart.
 */
@Component
class Books {

    private static final String PAYMENT = "payment";
    private static final String READING = "reading";

    private final Journal journal;
    private final JsonMapper json;
    private final OffsetIndex documents = new OffsetIndex();
    private final Map<AccountKey, Long> paidMinor = new HashMap<>();
    private final Map<AccountKey, LastReading> readings = new HashMap<>();
    private long payments;

    Books(Journals journals, JsonMapper json) {
        this.journal = journals.of(Partner.BACK_OFFICE);
        this.json = json;
        journal.replay(0, this::restore);
    }

    private record AccountKey(String supplier, long account) {}

    record LastReading(BigDecimal value, LocalDate date) {}

    /** The document as it stands in the books, and whether it got there just now. */
    record Booked<T>(T document, boolean fresh) {}

    private void restore(Journal.Entry entry, long offset) {
        switch (entry.kind()) {
            case PAYMENT -> note(json.treeToValue(entry.data(), PostedPayment.class), offset);
            case READING -> note(json.treeToValue(entry.data(), TakenReading.class), offset);
            default -> throw new IllegalStateException("Unknown entry in the back office's journal: " + entry.kind());
        }
    }

    /** Books the payment unless its document is there already. */
    Booked<PostedPayment> post(String supplier, String documentId, LongFunction<PostedPayment> payment) {
        Booked<PostedPayment> booked;
        synchronized (this) {
            Optional<PostedPayment> known = payment(supplier, documentId);
            if (known.isPresent()) {
                booked = new Booked<>(known.get(), false);
            } else {
                PostedPayment fresh = payment.apply(payments + 1);
                note(fresh, journal.append(PAYMENT, keyOf(PAYMENT, supplier, documentId), fresh));
                booked = new Booked<>(fresh, true);
            }
        }
        journal.sync();
        return booked;
    }

    /** Books the reading, accepted or rejected, unless its document is there already. */
    Booked<TakenReading> take(String supplier, String documentId, Supplier<TakenReading> reading) {
        Booked<TakenReading> booked;
        synchronized (this) {
            Optional<TakenReading> known = reading(supplier, documentId);
            if (known.isPresent()) {
                booked = new Booked<>(known.get(), false);
            } else {
                TakenReading fresh = reading.get();
                note(fresh, journal.append(READING, keyOf(READING, supplier, documentId), fresh));
                booked = new Booked<>(fresh, true);
            }
        }
        journal.sync();
        return booked;
    }

    Optional<PostedPayment> payment(String supplier, String documentId) {
        return find(keyOf(PAYMENT, supplier, documentId), PostedPayment.class);
    }

    Optional<TakenReading> reading(String supplier, String documentId) {
        return find(keyOf(READING, supplier, documentId), TakenReading.class);
    }

    synchronized long debtMinor(CustomerAccount account) {
        return account.openingDebtMinor() - paidMinor.getOrDefault(keyOf(account), 0L);
    }

    /** What is still due: payments settle the service first, then the upkeep, the penalty last. */
    List<Line> linesDue(CustomerAccount account, long debtMinor) {
        List<Line> due = new ArrayList<>();
        long left = Math.max(0, debtMinor);
        List<Line> lastSettledFirst = account.openingLines().stream()
                .sorted((a, b) -> rank(a) - rank(b))
                .toList();
        for (Line line : lastSettledFirst) {
            long amount = Math.clamp(line.amountMinor(), 0, left);
            if (amount > 0) {
                due.add(new Line(line.service(), amount));
            }
            left -= amount;
        }
        return due.reversed();
    }

    private static int rank(Line line) {
        return switch (line.service()) {
            case PENALTY -> 0;
            case MAINTENANCE -> 1;
            case GAS, HEAT -> 2;
        };
    }

    synchronized @Nullable LastReading lastReading(CustomerAccount account, Meter meter) {
        LastReading last = readings.get(keyOf(account));
        LocalDate openingDate = meter.openingDate();
        if (last != null || openingDate == null) {
            return last;
        }
        return new LastReading(meter.openingValue(), openingDate);
    }

    private void note(PostedPayment payment, long offset) {
        payments++;
        paidMinor.merge(new AccountKey(payment.supplier(), payment.account()), payment.amountMinor(), Long::sum);
        documents.put(keyOf(PAYMENT, payment.supplier(), payment.documentId()), offset);
    }

    private void note(TakenReading reading, long offset) {
        BigDecimal value = reading.value();
        if (reading.status() == ReadingStatus.ACCEPTED && value != null) {
            LocalDate date = reading.decidedAt().atZone(ZoneOffset.UTC).toLocalDate();
            readings.put(new AccountKey(reading.supplier(), reading.account()), new LastReading(value, date));
        }
        documents.put(keyOf(READING, reading.supplier(), reading.documentId()), offset);
    }

    private <T> Optional<T> find(String key, Class<T> type) {
        var offset = documents.get(key);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        Journal.Entry entry = journal.read(offset.getAsLong());
        return entry.key().equals(key) ? Optional.of(json.treeToValue(entry.data(), type)) : Optional.empty();
    }

    private static String keyOf(String kind, String supplier, String documentId) {
        return kind + ":" + supplier + ":" + documentId;
    }

    private static AccountKey keyOf(CustomerAccount account) {
        return new AccountKey(account.supplier().code(), account.key());
    }
}
