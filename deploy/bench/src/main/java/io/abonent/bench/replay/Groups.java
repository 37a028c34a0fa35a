package io.abonent.bench.replay;

import io.abonent.bench.world.ConsumerGroups;
import io.abonent.bench.world.Databases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the consumer groups of the services have read; put back by somebody's mistake (F-33). */
final class Groups {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MS = 200;
    private static final int ANSWER_SECONDS = 20;

    private final String bootstrapServers;

    Groups(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Waits until nobody is in them: only then their offsets can be changed. @return how many records will come again */
    long backToTheBeginning() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            long again = 0;
            for (String group : existing(admin)) {
                awaitEmpty(admin, group);
                again += back(admin, group);
            }
            return again;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("offsets cannot be put back", e);
        }
    }

    /** Who reads nothing has no group. */
    private static List<String> existing(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> groups = new ArrayList<>();
        for (String service : Databases.SERVICES) {
            String group = ConsumerGroups.of(service);
            if (!ConsumerGroups.read(admin, group).isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static void awaitEmpty(Admin admin, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isEmpty(admin, group)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("somebody is still in the group " + group);
            }
            Thread.sleep(LOOK_MS);
        }
    }

    private static boolean isEmpty(Admin admin, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .describeConsumerGroups(List.of(group))
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .values()
                .stream()
                .allMatch(found -> found.members().isEmpty());
    }

    private static long back(Admin admin, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = ConsumerGroups.read(admin, group);
        Map<TopicPartition, OffsetSpec> beginnings = new HashMap<>();
        read.keySet().forEach(partition -> beginnings.put(partition, OffsetSpec.earliest()));
        Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
        admin.listOffsets(beginnings)
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, info) -> back.put(partition, new OffsetAndMetadata(info.offset())));
        admin.alterConsumerGroupOffsets(group, back).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return read.entrySet().stream()
                .mapToLong(position -> position.getValue().offset() - offset(back, position.getKey()))
                .sum();
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> positions, TopicPartition partition) {
        OffsetAndMetadata position = positions.get(partition);
        return position == null ? 0 : position.offset();
    }
}
