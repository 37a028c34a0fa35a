package io.abonent.platform.outbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code GET /actuator/outbox} shows the dead rows without their payload; {@code POST /actuator/outbox} with
 * {@code {"redrive": <id>}} puts one back, without an id all of them. A row put back gets a new id: it goes behind what
 * its aggregate has published meanwhile.
 */
@Endpoint(id = "outbox")
final class OutboxEndpoint {

    private static final int LISTED_MAX = 100;
    private static final String DEAD = "select id, event_id, aggregatetype, aggregateid, type, aggregate_version,"
            + " occurred_at, attempts, reason, died_at from outbox_dead order by id limit " + LISTED_MAX;
    private static final String REDRIVE =
            "with back as (delete from outbox_dead where :id::bigint is null or id = :id returning *) insert into outbox ("
                    + OutboxRow.COLUMNS + ", shard) select " + OutboxRow.COLUMNS
                    + ", shard from back order by back.id";

    private final JdbcClient jdbc;
    private final RelayState state;
    private final OutboxWakeUp wakeUp;

    OutboxEndpoint(JdbcClient jdbc, RelayState state, OutboxWakeUp wakeUp) {
        this.jdbc = jdbc;
        this.state = state;
        this.wakeUp = wakeUp;
    }

    @ReadOperation
    Map<String, Object> show() {
        List<Map<String, Object>> dead = jdbc.sql(DEAD).query().listOfRows();
        return Map.of(
                "leader",
                state.leader(),
                "pending",
                state.pending(),
                "oldestAgeSeconds",
                state.oldestAge().toSeconds(),
                "dead",
                dead);
    }

    @WriteOperation
    Map<String, Object> redrive(@Nullable Long redrive) {
        int rows = jdbc.sql(REDRIVE).param("id", redrive, java.sql.Types.BIGINT).update();
        wakeUp.wake();
        return Map.of("redriven", rows);
    }
}
