package io.abonent.bench.world;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** One for each service. */
public final class ConsumerGroups {

    private static final int ANSWER_SECONDS = 20;

    private ConsumerGroups() {}

    public static String of(String service) {
        return service + "-service";
    }

    /** How far it is; empty if it never read anything. */
    public static Map<TopicPartition, OffsetAndMetadata> read(Admin admin, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }
}
