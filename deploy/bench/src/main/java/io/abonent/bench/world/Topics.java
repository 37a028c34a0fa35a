package io.abonent.bench.world;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on the broker, and how far the services have read. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ANSWER_SECONDS = 20;

    private final String bootstrapServers;

    public Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    private static List<TopicPartition> partitions() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.iterate(0, partition -> partition + 1)
                        .limit(Topic.PARTITIONS)
                        .map(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
    }

    List<Seen> events() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("enable.auto.commit", "false");
        properties.put("isolation.level", "read_committed");
        List<Seen> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the topics cannot be read to their end");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(found -> events.add(seen(found)));
            }
        }
        return events;
    }

    private static Seen seen(ConsumerRecord<String, byte[]> found) {
        String version = header(found, EventHeaders.AGGREGATE_VERSION);
        return new Seen(
                found.topic(),
                found.partition(),
                found.offset(),
                found.key(),
                header(found, EventHeaders.ID),
                header(found, EventHeaders.TYPE),
                version.isEmpty() ? -1 : Long.parseLong(version));
    }

    private static String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Where the topics end now. */
    public Map<TopicPartition, Long> ends() throws InterruptedException {
        try (Admin admin = admin()) {
            return ends(admin, partitions());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest =
                new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new java.util.HashMap<>();
        admin.listOffsets(latest)
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    /** How many records before these ends the services have not worked on yet. */
    public long behind(Map<TopicPartition, Long> ends) throws InterruptedException {
        long behind = 0;
        try (Admin admin = admin()) {
            for (String service : Databases.SERVICES) {
                Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(service + "-service")
                        .partitionsToOffsetAndMetadata()
                        .get(ANSWER_SECONDS, TimeUnit.SECONDS);
                for (Map.Entry<TopicPartition, OffsetAndMetadata> position : read.entrySet()) {
                    if (position.getValue() != null) {
                        long end = ends.getOrDefault(position.getKey(), 0L);
                        behind += Math.max(0, end - position.getValue().offset());
                    }
                }
            }
            return behind;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    List<String> leftovers() throws InterruptedException {
        List<String> leftovers = new ArrayList<>();
        List<TopicPartition> dead = Databases.SERVICES.stream()
                .map(service -> new TopicPartition(service + "-service.dlt", 0))
                .toList();
        try (Admin admin = admin()) {
            ends(admin, dead).forEach((topic, end) -> {
                if (end > 0) {
                    leftovers.add(topic.topic() + ": " + end + " dead letters");
                }
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
        long behind = behind(ends());
        if (behind > 0) {
            leftovers.add(behind + " events are not worked on");
        }
        return leftovers;
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "default.api.timeout.ms",
                "20000",
                "request.timeout.ms",
                "10000"));
    }
}
