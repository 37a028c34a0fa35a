package io.abonent.simulators.provider;

import io.abonent.simulators.Partner;
import io.abonent.simulators.journal.Journal;
import io.abonent.simulators.journal.Journals;
import io.abonent.simulators.journal.OffsetIndex;
import io.abonent.simulators.provider.ProviderPayment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All payments, every change a line in the journal. Memory holds where the last state of each one lies, the open ones,
 * and whom the house has not yet acknowledged.
 */
@Component
class PaymentBook {

    private static final String PAYMENT = "payment";
    private static final String NOTIFIED = "notified";
    private static final int RECENT_MAX = 1_000;

    private final Journal journal;
    private final JsonMapper json;
    private final OffsetIndex index = new OffsetIndex();
    private final Map<String, Instant> openUntil = new LinkedHashMap<>();
    private final Set<String> unacknowledged = new LinkedHashSet<>();
    private final Map<String, ProviderPayment> recent = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProviderPayment> eldest) {
            return size() > RECENT_MAX;
        }
    };

    PaymentBook(Journals journals, JsonMapper json) {
        this.journal = journals.of(Partner.PAYMENT_PROVIDER);
        this.json = json;
        journal.replay(0, (entry, offset) -> {
            if (entry.kind().equals(PAYMENT)) {
                note(json.treeToValue(entry.data(), ProviderPayment.class), offset);
            } else {
                unacknowledged.remove(entry.key());
            }
        });
    }

    record Created(ProviderPayment payment, boolean fresh) {}

    /** Creates the payment unless its key has been used; the caller compares what the key was used for. */
    Created create(String idempotenceKey, Supplier<ProviderPayment> order) {
        Created created;
        synchronized (this) {
            Optional<ProviderPayment> known = lookup("key:" + idempotenceKey);
            created = known.map(payment -> new Created(payment, false))
                    .orElseGet(() -> new Created(write(order.get()), true));
        }
        journal.sync();
        return created;
    }

    /** Changes the payment if the change has something to say, and returns its state after that. */
    ProviderPayment change(ProviderPayment payment, UnaryOperator<ProviderPayment> change) {
        ProviderPayment changed;
        synchronized (this) {
            ProviderPayment current = byId(payment.id()).orElseThrow();
            changed = change.apply(current);
            if (!changed.equals(current)) {
                write(changed);
            }
        }
        journal.sync();
        return changed;
    }

    /** Remembers that the house has taken the news, so that a restart does not repeat it. */
    synchronized void acknowledged(String id) {
        if (unacknowledged.remove(id)) {
            journal.append(NOTIFIED, id, Map.of());
        }
    }

    synchronized Optional<ProviderPayment> byId(String id) {
        return lookup("id:" + id);
    }

    /** By the provider's id or by ours from the metadata. */
    synchronized Optional<ProviderPayment> byAnyId(String id) {
        return byId(id).or(() -> lookup("our:" + id.toLowerCase(Locale.ROOT)));
    }

    synchronized List<ProviderPayment> expired(Instant now) {
        List<ProviderPayment> found = new ArrayList<>();
        for (Map.Entry<String, Instant> open : openUntil.entrySet()) {
            if (now.isBefore(open.getValue())) {
                break;
            }
            byId(open.getKey()).filter(payment -> payment.isExpiredAt(now)).ifPresent(found::add);
        }
        return found;
    }

    synchronized List<ProviderPayment> unacknowledged() {
        return unacknowledged.stream().map(id -> byId(id).orElseThrow()).toList();
    }

    private ProviderPayment write(ProviderPayment payment) {
        note(payment, journal.append(PAYMENT, payment.id(), payment));
        return payment;
    }

    private void note(ProviderPayment payment, long offset) {
        index.put("id:" + payment.id(), offset);
        index.put("key:" + payment.idempotenceKey(), offset);
        String ours = payment.ourId();
        if (ours != null) {
            index.put("our:" + ours, offset);
        }
        recent.put(payment.id(), payment);
        if (payment.status() == Status.PENDING) {
            openUntil.putIfAbsent(payment.id(), payment.expiresAt());
        } else {
            openUntil.remove(payment.id());
            if (!payment.silent()) {
                unacknowledged.add(payment.id());
            }
        }
    }

    private Optional<ProviderPayment> lookup(String key) {
        ProviderPayment fresh = key.startsWith("id:") ? recent.get(key.substring(3)) : null;
        if (fresh != null) {
            return Optional.of(fresh);
        }
        OptionalLong offset = index.get(key);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(json.treeToValue(journal.read(offset.getAsLong()).data(), ProviderPayment.class));
    }
}
