package io.abonent.local.journey;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.EventType;
import io.abonent.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;

/** Everything the services told each other since the system started. */
final class EventLog {

    private record Entry(String type, JsonNode value) {}

    private static final EventLog INSTANCE =
            new EventLog(RunningSystem.instance().kafka());

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    /** By {@code ce_id}: the relay may send an event twice, consumers see it once. */
    private final Map<String, Boolean> seen = new ConcurrentHashMap<>();

    private EventLog(String bootstrapServers) {
        Thread.ofPlatform().daemon().name("event-log").start(() -> read(bootstrapServers));
    }

    static EventLog instance() {
        return INSTANCE;
    }

    /** Waits for the fact and says it was told exactly once. */
    JsonNode expect(Class<? extends Event> type, Predicate<JsonNode> which) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (System.nanoTime() < deadline) {
            List<Entry> found = find(type, which);
            if (found.size() > 1) {
                throw new AssertionError(type.getSimpleName() + " was published " + found.size() + " times: " + found);
            }
            if (found.size() == 1) {
                return found.getFirst().value();
            }
            Polling.pause();
        }
        throw new AssertionError("no " + type.getSimpleName() + " among "
                + entries.stream().map(Entry::type).toList());
    }

    JsonNode expect(Class<? extends Event> type, String field, String value) {
        return expect(type, event -> event.path(field).asString("").equals(value));
    }

    int count(Class<? extends Event> type, Predicate<JsonNode> which) {
        return find(type, which).size();
    }

    private List<Entry> find(Class<? extends Event> type, Predicate<JsonNode> which) {
        String wireName = EventType.of(type).wireName();
        return entries.stream()
                .filter(entry -> entry.type().equals(wireName) && which.test(entry.value()))
                .toList();
    }

    private void read(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("group.id", "journey");
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(
                    Arrays.stream(Topic.values()).map(Topic::topicName).toList());
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::add);
            }
        }
    }

    private void add(ConsumerRecord<String, byte[]> kafkaRecord) {
        if (kafkaRecord.value() != null && seen.put(header(kafkaRecord, EventHeaders.ID), true) == null) {
            entries.add(new Entry(header(kafkaRecord, EventHeaders.TYPE), Api.JSON.readTree(kafkaRecord.value())));
        }
    }

    private static String header(ConsumerRecord<String, byte[]> kafkaRecord, String name) {
        Header header = kafkaRecord.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
