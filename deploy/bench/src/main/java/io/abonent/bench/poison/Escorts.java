package io.abonent.bench.poison;

import io.abonent.bench.world.Records;
import io.abonent.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Good records of the services themselves, to be sent once more right behind a poison: twice is once. */
final class Escorts implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> seen = new ConcurrentHashMap<>();
    private final Set<String> planted;
    private volatile boolean closing;

    /** @param planted where poison lies; written to before anybody asks for a record behind it */
    Escorts(String bootstrapServers, Set<String> planted) {
        this.planted = planted;
        Thread.ofPlatform().name("escorts").daemon().start(() -> follow(bootstrapServers));
    }

    private void follow(String bootstrapServers) {
        List<TopicPartition> partitions = Mould.ALL.stream()
                .flatMap(mould -> Records.partitions(mould.topic()).stream())
                .toList();
        try (KafkaConsumer<byte[], byte[]> consumer = Records.consumer(bootstrapServers)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closing) {
                consumer.poll(POLL).forEach(this::note);
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        List<ConsumerRecord<byte[], byte[]>> there = seen.computeIfAbsent(
                new TopicPartition(record.topic(), record.partition()),
                _ -> Collections.synchronizedList(new ArrayList<>()));
        there.add(record);
    }

    /** The newest good record of the partition, or of the next one that has any. */
    Optional<ConsumerRecord<byte[], byte[]>> behind(String topic, int partition) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(step -> new TopicPartition(topic, (partition + step) % Topic.PARTITIONS))
                .flatMap(candidate -> newest(candidate).stream())
                .findFirst();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> newest(TopicPartition partition) {
        List<ConsumerRecord<byte[], byte[]>> there = seen.getOrDefault(partition, List.of());
        for (int index = there.size() - 1; index >= 0; index--) {
            ConsumerRecord<byte[], byte[]> record = there.get(index);
            if (!planted.contains(Records.origin(record))) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        closing = true;
    }
}
