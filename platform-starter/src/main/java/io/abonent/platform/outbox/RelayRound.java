package io.abonent.platform.outbox;

import io.abonent.platform.outbox.RelaySending.Watch;
import io.abonent.platform.outbox.SendOutcome.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Read, send, wait, delete. Belongs to one term of leadership. */
final class RelayRound {

    private static final Logger log = LoggerFactory.getLogger(RelayRound.class);

    private final RelayConnection connection;
    private final RelayProducer producer;
    private final OutboxProperties properties;
    private final RelayState state;
    private final OutboxVacuum vacuum;
    private final HeldBack heldBack = new HeldBack();

    RelayRound(
            RelayConnection connection,
            RelayProducer producer,
            OutboxProperties properties,
            RelayState state,
            OutboxVacuum vacuum) {
        this.connection = connection;
        this.producer = producer;
        this.properties = properties;
        this.state = state;
        this.vacuum = vacuum;
    }

    /**
     * @return how many rows were read
     * @throws RelayBroken if the producer has to be replaced
     */
    int run(Watch watch) throws Exception {
        long start = System.nanoTime();
        heldBack.release(start);
        List<StoredRow> rows = connection.next(properties.batchSize(), heldBack.keys(), heldBack.topics());
        if (rows.isEmpty()) {
            return 0;
        }
        SendOutcome outcome = new RelaySending(producer).send(rows, watch);
        connection.delete(outcome.delivered());
        outcome.delivered().forEach(heldBack::forget);
        state.round(
                Duration.ofNanos(System.nanoTime() - start), outcome.delivered().size());
        vacuum.deleted(outcome.delivered().size());
        setAside(outcome);
        if (outcome.producerFailure() != null) {
            throw new RelayBroken(outcome.producerFailure());
        }
        return rows.size();
    }

    private void setAside(SendOutcome outcome) throws SQLException {
        long now = System.nanoTime();
        for (Refusal stopped : outcome.stoppedTopics()) {
            state.sendFailure();
            heldBack.hold(stopped.row().topic(), now, properties.retryPause());
            log.warn(
                    "Topic {} cannot be written, its rows wait: {}",
                    stopped.row().topic(),
                    reason(stopped));
        }
        for (Refusal overtaken : outcome.overtaken()) {
            state.sendFailure();
            bury(overtaken, 1);
        }
        for (Refusal refused : outcome.refused()) {
            state.sendFailure();
            int attempts = heldBack.attempt(refused.row().id());
            if (attempts >= properties.attempts()) {
                bury(refused, attempts);
            } else {
                heldBack.hold(refused.row().aggregateId(), now, properties.retryPause());
            }
        }
    }

    private void bury(Refusal refusal, int attempts) throws SQLException {
        StoredRow row = refusal.row();
        connection.bury(row.id(), attempts, reason(refusal));
        heldBack.forget(row.id());
        state.buried();
        log.error("Outbox row {} ({} {}) is dead: {}", row.id(), row.type(), row.aggregateId(), reason(refusal));
    }

    private static String reason(Refusal refusal) {
        return refusal.cause().getClass().getSimpleName() + ": "
                + refusal.cause().getMessage();
    }
}
