package io.abonent.platform.outbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the outbox, for writers whose whole command is one statement. {@link EventPublisher} is the way for
 * everybody else.
 *
 * <pre>{@code
 * OutboxRow row = outboxRows.of(event);
 * int written = jdbc.sql("with u as (update reading set version = :version where id = :id and version = :version - 1"
 *                 + " returning version) " + OutboxRow.insertFrom("u"))
 *         .param("id", id).param("version", event.version()).params(row.parameters()).update();
 * outboxWakeUp.afterCommit();
 * }</pre>
 *
 * The row must hang on a common table expression that has locked or written the aggregate's row: an id taken before
 * that lock breaks the order.
 */
public record OutboxRow(
        UUID eventId,
        String topic,
        UUID aggregateId,
        String type,
        @Nullable String payload,
        long aggregateVersion,
        String actor,
        @Nullable String traceParent,
        Instant occurredAt) {

    static final String COLUMNS =
            "event_id, aggregatetype, aggregateid, type, payload, aggregate_version, actor, traceparent, occurred_at";

    /** The insert with named parameters, one row for each row of the expression; nothing if it has none. */
    public static String insertFrom(String expression) {
        return insertFrom(expression, "outbox");
    }

    /** @param prefix of the parameters' names, for statements with several events, see {@link #parameters(String)} */
    public static String insertFrom(String expression, String prefix) {
        return ("insert into outbox (" + COLUMNS + ") select cast(:%1$s_event_id as uuid), :%1$s_topic,"
                        + " cast(:%1$s_aggregate_id as uuid), :%1$s_type, cast(:%1$s_payload as text),"
                        + " cast(:%1$s_version as bigint), :%1$s_actor, cast(:%1$s_traceparent as text),"
                        + " cast(:%1$s_occurred_at as timestamptz) from %2$s")
                .formatted(prefix, expression);
    }

    public Map<String, @Nullable Object> parameters() {
        return parameters("outbox");
    }

    public Map<String, @Nullable Object> parameters(String prefix) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put(prefix + "_event_id", eventId);
        parameters.put(prefix + "_topic", topic);
        parameters.put(prefix + "_aggregate_id", aggregateId);
        parameters.put(prefix + "_type", type);
        parameters.put(prefix + "_payload", payload);
        parameters.put(prefix + "_version", aggregateVersion);
        parameters.put(prefix + "_actor", actor);
        parameters.put(prefix + "_traceparent", traceParent);
        parameters.put(prefix + "_occurred_at", occurredAt.atOffset(ZoneOffset.UTC));
        return parameters;
    }
}
