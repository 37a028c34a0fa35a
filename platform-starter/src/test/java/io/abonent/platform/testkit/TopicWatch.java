package io.abonent.platform.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning, without a group, and remembers what was there. */
public final class TopicWatch implements AutoCloseable {

    private final String bootstrapServers;
    private final Map<String, KafkaConsumer<byte[], byte[]>> consumers = new HashMap<>();
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> seen = new HashMap<>();

    public TopicWatch(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Everything the topic holds now; waits for something new as long as said. */
    public synchronized List<ConsumerRecord<byte[], byte[]>> poll(String topic, Duration atMost) {
        KafkaConsumer<byte[], byte[]> consumer = consumers.computeIfAbsent(topic, this::open);
        List<ConsumerRecord<byte[], byte[]>> records = seen.computeIfAbsent(topic, name -> new ArrayList<>());
        Map<TopicPartition, Long> end = consumer.endOffsets(consumer.assignment());
        if (end.entrySet().stream().allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue())) {
            consumer.poll(atMost).forEach(records::add);
        } else {
            while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
        }
        return List.copyOf(records);
    }

    private KafkaConsumer<byte[], byte[]> open(String topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    @Override
    public synchronized void close() {
        consumers.values().forEach(KafkaConsumer::close);
    }
}
