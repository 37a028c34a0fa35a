package io.abonent.bench.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records as they were, in an order of the seed's: old versions of a key after newer ones (F-26). */
final class Disorder {

    private final String bootstrapServers;

    Disorder(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Each topic in an order of its own. */
    static List<ConsumerRecord<byte[], byte[]>> of(List<ConsumerRecord<byte[], byte[]>> records, long seed) {
        Map<String, List<ConsumerRecord<byte[], byte[]>>> byTopic = new TreeMap<>();
        records.forEach(record ->
                byTopic.computeIfAbsent(record.topic(), _ -> new ArrayList<>()).add(record));
        List<ConsumerRecord<byte[], byte[]>> permuted = new ArrayList<>();
        byTopic.forEach((topic, all) -> {
            Collections.shuffle(all, new Random(seed * 1_000_003L + topic.hashCode()));
            permuted.addAll(all);
        });
        return permuted;
    }

    /** To the partitions they came from, with all their headers. */
    void send(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", "true");
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                sent.add(producer.send(new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("not sent again", e);
        }
    }
}
