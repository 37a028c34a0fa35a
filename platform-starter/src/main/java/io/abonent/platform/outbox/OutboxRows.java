package io.abonent.platform.outbox;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import io.abonent.contracts.Topic;
import io.abonent.platform.event.EventCodec;
import io.abonent.platform.event.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** Renders events into rows: envelope, actor, trace and JSON. */
public final class OutboxRows {

    private final EventCodec codec;
    private final Origin origin;
    private final Clock clock;
    private final int maxPayloadBytes;

    OutboxRows(EventCodec codec, Origin origin, Clock clock, int maxPayloadBytes) {
        this.codec = codec;
        this.origin = origin;
        this.clock = clock;
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /** @throws IllegalArgumentException for an event the broker would refuse: better now than after the commit */
    public OutboxRow of(Event event) {
        EventType type = EventType.of(event.getClass());
        String payload = codec.write(event);
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maxPayloadBytes) {
            throw new IllegalArgumentException(
                    type.wireName() + " has " + bytes + " bytes, allowed are " + maxPayloadBytes);
        }
        return new OutboxRow(
                Ids.next(),
                type.topic().topicName(),
                event.aggregateId(),
                type.wireName(),
                payload,
                event.version(),
                origin.actor(),
                origin.traceParent(),
                clock.instant());
    }

    /** The end of an aggregate: a compacted topic forgets it, and consumers with it. */
    public OutboxRow tombstone(Topic topic, UUID aggregateId, long version) {
        if (topic.cleanup() != Topic.Cleanup.COMPACT) {
            throw new IllegalArgumentException(topic + " is not compacted: a tombstone means nothing there");
        }
        return new OutboxRow(
                Ids.next(),
                topic.topicName(),
                aggregateId,
                "abonent.Tombstone.v1",
                null,
                version,
                origin.actor(),
                origin.traceParent(),
                clock.instant());
    }
}
