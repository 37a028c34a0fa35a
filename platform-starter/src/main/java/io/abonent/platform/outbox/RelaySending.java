package io.abonent.platform.outbox;

import io.abonent.platform.outbox.SendOutcome.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends one round of rows, all at once, and waits for all of them. */
final class RelaySending {

    /** Called about once a second while waiting; throws when waiting has lost its sense. */
    interface Watch {
        void check() throws Exception;
    }

    private final RelayProducer producer;
    private final Map<StoredRow, Future<RecordMetadata>> inFlight = new HashMap<>();
    private final List<Long> delivered = new ArrayList<>();
    private final Set<UUID> brokenKeys = new HashSet<>();
    private final Map<UUID, List<Refusal>> refused = new LinkedHashMap<>();
    private final List<Refusal> overtaken = new ArrayList<>();
    private final Map<String, Refusal> stoppedTopics = new LinkedHashMap<>();
    private @Nullable Exception producerFailure;

    RelaySending(RelayProducer producer) {
        this.producer = producer;
    }

    SendOutcome send(List<StoredRow> rows, Watch watch) throws Exception {
        for (StoredRow row : rows) {
            boolean waits = brokenKeys.contains(row.aggregateId()) || stoppedTopics.containsKey(row.topic());
            if (!waits && producerFailure == null) {
                dispatch(row);
            }
        }
        for (StoredRow row : rows) {
            Future<RecordMetadata> future = inFlight.get(row);
            if (future != null) {
                await(row, future, watch);
            }
        }
        List<Refusal> first = refused.values().stream().map(List::getFirst).toList();
        return new SendOutcome(delivered, first, overtaken, List.copyOf(stoppedTopics.values()), producerFailure);
    }

    private void dispatch(StoredRow row) {
        try {
            Future<RecordMetadata> future = producer.send(row);
            if (future.state() == Future.State.FAILED) {
                // Refused on the spot: the rows behind it have not left yet and stay here.
                failed(row, future.exceptionNow());
            } else {
                inFlight.put(row, future);
            }
        } catch (RuntimeException e) {
            failed(row, e);
        }
    }

    private void await(StoredRow row, Future<RecordMetadata> future, Watch watch) throws Exception {
        while (true) {
            try {
                future.get(1, TimeUnit.SECONDS);
                acknowledged(row);
                return;
            } catch (ExecutionException e) {
                failed(row, e.getCause());
                return;
            } catch (TimeoutException e) {
                watch.check();
            }
        }
    }

    private void acknowledged(StoredRow row) {
        List<Refusal> earlier = refused.remove(row.aggregateId());
        if (earlier != null) {
            overtaken.addAll(earlier);
            brokenKeys.remove(row.aggregateId());
        }
        // Behind a row that could not be written it stays too, and both go again in their order.
        if (!brokenKeys.contains(row.aggregateId())) {
            delivered.add(row.id());
        }
    }

    private void failed(StoredRow row, @Nullable Throwable thrown) {
        Exception cause = thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
        switch (Blame.of(cause)) {
            case ROW ->
                refused.computeIfAbsent(row.aggregateId(), key -> new ArrayList<>())
                        .add(new Refusal(row, cause));
            case TOPIC -> stoppedTopics.putIfAbsent(row.topic(), new Refusal(row, cause));
            case PRODUCER -> producerFailure = cause;
        }
        brokenKeys.add(row.aggregateId());
    }
}
