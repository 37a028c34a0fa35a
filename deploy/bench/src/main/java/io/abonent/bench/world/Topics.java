package io.abonent.bench.world;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What lies on the broker, and how far the services have read. */
public final class Topics {

    private static final String DEAD_LETTERS = "-service.dlt";
    private static final int ANSWER_SECONDS = 20;

    private final String bootstrapServers;

    public Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    private static List<TopicPartition> partitions() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Records.partitions(topic).stream())
                .toList();
    }

    /** All records of all topics. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        return Records.all(bootstrapServers, partitions());
    }

    /** @param planted where records lie that are no events */
    List<Seen> events(Set<String> planted) {
        return records().stream()
                .filter(found -> !planted.contains(Records.origin(found)))
                .map(Topics::seen)
                .toList();
    }

    private static Seen seen(ConsumerRecord<byte[], byte[]> found) {
        String version = Records.header(found, EventHeaders.AGGREGATE_VERSION);
        byte[] key = found.key();
        return new Seen(
                found.topic(),
                found.partition(),
                found.offset(),
                key == null ? "" : new String(key, StandardCharsets.UTF_8),
                Records.header(found, EventHeaders.ID),
                Records.header(found, EventHeaders.TYPE),
                version.isEmpty() ? -1 : Long.parseLong(version));
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
                Map<TopicPartition, OffsetAndMetadata> read = ConsumerGroups.read(admin, ConsumerGroups.of(service));
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

    /** What consumers have put aside, all services together. */
    public List<DeadLetter> deadLetters() throws InterruptedException {
        List<TopicPartition> filled = new ArrayList<>();
        try (Admin admin = admin()) {
            List<TopicPartition> all = Databases.SERVICES.stream()
                    .map(service -> new TopicPartition(service + DEAD_LETTERS, 0))
                    .toList();
            ends(admin, all).forEach((partition, end) -> {
                if (end > 0) {
                    filled.add(partition);
                }
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
        return filled.isEmpty()
                ? List.of()
                : Records.all(bootstrapServers, filled).stream()
                        .map(Topics::deadLetter)
                        .toList();
    }

    private static DeadLetter deadLetter(ConsumerRecord<byte[], byte[]> found) {
        String origin = Records.header(found, "dl-topic") + "-" + Records.header(found, "dl-partition") + "@"
                + Records.header(found, "dl-offset");
        return new DeadLetter(
                found.topic().replace(DEAD_LETTERS, ""),
                Records.header(found, "dl-consumer"),
                origin,
                Records.header(found, "dl-cause-message"));
    }

    List<String> leftovers() throws InterruptedException {
        long behind = behind(ends());
        return behind > 0 ? List.of(behind + " events are not worked on") : List.of();
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
