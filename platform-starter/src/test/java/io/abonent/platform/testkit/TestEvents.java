package io.abonent.platform.testkit;

import static java.util.Objects.requireNonNull;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.EventType;
import io.abonent.platform.event.EventCodec;
import io.abonent.platform.event.Ids;
import io.abonent.platform.event.UnreadableEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Plays the other services: publishes their events, and sees what this one publishes. */
public final class TestEvents implements AutoCloseable {

    private static final EventCodec CODEC = new EventCodec();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProducer<byte[], byte[]> producer;
    private final TopicWatch topics;

    public TestEvents(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        topics = new TopicWatch(bootstrapServers);
    }

    /** The golden example of the catalogue, the fixture that producers and consumers share. */
    public static Event example(EventType type) {
        return example(type.record());
    }

    public static <E extends Event> E example(Class<E> type) {
        String resource = EventType.of(type).exampleResource();
        try (InputStream json = TestEvents.class.getClassLoader().getResourceAsStream(resource)) {
            return CODEC.read(
                    type, requireNonNull(json, resource + " is missing").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the event's id */
    public UUID publish(Event event) {
        UUID id = Ids.next();
        publish(event, id);
        return id;
    }

    /** For the same event twice. */
    public void publish(Event event, UUID id) {
        publishRaw(
                EventType.of(event.getClass()).topic().topicName(),
                event.aggregateId().toString(),
                CODEC.write(event).getBytes(StandardCharsets.UTF_8),
                headers(event, id));
    }

    /** Anything at all, for poison and tombstones; returns when the broker has it. */
    public void publishRaw(String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, keyBytes, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        publishRaw(record);
    }

    public void publishRaw(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not published to " + record.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The headers of a well-formed record, to spoil as a test likes. */
    public static Map<String, String> headers(Event event, UUID id) {
        EventType type = EventType.of(event.getClass());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.SPEC_VERSION, "1.0");
        headers.put(EventHeaders.ID, id.toString());
        headers.put(EventHeaders.TYPE, type.wireName());
        headers.put(EventHeaders.SOURCE, "/" + type.producer());
        headers.put(EventHeaders.SUBJECT, event.aggregateId().toString());
        headers.put(EventHeaders.TIME, Instant.now().toString());
        headers.put(EventHeaders.AGGREGATE_VERSION, Long.toString(event.version()));
        headers.put(EventHeaders.ACTOR, "system");
        headers.put(EventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }

    /** Waits until this event is in its topic, whenever it was published. */
    public <E extends Event> E awaitPublished(Class<E> type, Predicate<? super E> wanted) {
        return awaitRecord(type, wanted).event();
    }

    public <E extends Event> Published<E> awaitRecord(Class<E> type, Predicate<? super E> wanted) {
        String topic = EventType.of(type).topic().topicName();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (Published<E> published : published(type)) {
                if (wanted.test(published.event())) {
                    return published;
                }
            }
            topics.poll(topic, Duration.ofMillis(200));
        }
        throw new AssertionError("No such " + type.getSimpleName() + " within " + PATIENCE);
    }

    /** All events of this type that are in the topic now, in the order of each partition; not what a test spoiled. */
    public <E extends Event> List<Published<E>> published(Class<E> type) {
        EventType wanted = EventType.of(type);
        List<Published<E>> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.poll(wanted.topic().topicName(), Duration.ZERO)) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            if (record.value() != null && wanted.wireName().equals(headers.get(EventHeaders.TYPE))) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                read(type, record.value())
                        .ifPresent(event ->
                                found.add(new Published<>(event, key, headers, record.partition(), record.offset())));
            }
        }
        return found;
    }

    private static <E extends Event> Optional<E> read(Class<E> type, byte[] json) {
        try {
            return Optional.of(CODEC.read(type, json));
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        topics.close();
        producer.close(Duration.ofSeconds(2));
    }
}
