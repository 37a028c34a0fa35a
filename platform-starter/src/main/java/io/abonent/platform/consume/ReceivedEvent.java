package io.abonent.platform.consume;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.Topic;
import io.abonent.platform.event.EventEnvelope;
import io.abonent.platform.event.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** A Kafka record as Spring Cloud Stream hands it over: headers are bytes, a null value is an object of its own. */
final class ReceivedEvent {

    private final Message<?> message;

    ReceivedEvent(Message<?> message) {
        this.message = message;
    }

    byte @Nullable [] value() {
        return message.getPayload() instanceof byte[] bytes ? bytes : null;
    }

    String type() {
        return required(EventHeaders.TYPE);
    }

    UUID key() {
        String key = text(KafkaHeaders.RECEIVED_KEY);
        if (key == null) {
            throw new UnreadableEvent("No key");
        }
        return uuid("key", key);
    }

    boolean fromCompactedTopic() {
        String topic = text(KafkaHeaders.RECEIVED_TOPIC);
        return Arrays.stream(Topic.values())
                .anyMatch(known -> known.topicName().equals(topic) && known.cleanup() == Topic.Cleanup.COMPACT);
    }

    EventEnvelope envelope() {
        String actor = text(EventHeaders.ACTOR);
        String source = text(EventHeaders.SOURCE);
        return new EventEnvelope(
                uuid(EventHeaders.ID, required(EventHeaders.ID)),
                type(),
                source == null ? "/" : source,
                uuid(EventHeaders.SUBJECT, required(EventHeaders.SUBJECT)),
                instant(required(EventHeaders.TIME)),
                version(required(EventHeaders.AGGREGATE_VERSION)),
                actor == null ? "system" : actor,
                text(EventHeaders.TRACE_PARENT));
    }

    private String required(String header) {
        String value = text(header);
        if (value == null || value.isBlank()) {
            throw new UnreadableEvent("No header " + header);
        }
        return value;
    }

    private @Nullable String text(String header) {
        Object value = message.getHeaders().get(header);
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value == null ? null : value.toString();
    }

    private static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(name + " is not a UUID");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableEvent(EventHeaders.TIME + " is not a time");
        }
    }

    private static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnreadableEvent(EventHeaders.AGGREGATE_VERSION + " is not a number");
        }
    }
}
