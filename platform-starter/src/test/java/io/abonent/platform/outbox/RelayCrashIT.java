package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.EventHeaders;
import io.abonent.platform.testkit.KafkaServer;
import io.abonent.platform.testkit.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelayCrashIT {

    private static final int EVENTS = 60;

    @Test
    @DisplayName("F-02: the relay's process dies between commit and send: published by the next within 10 s")
    void publishesAfterACrashBeforeTheSend() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers())) {
            UUID link = linkWithEvents(lab);

            assertThat(killRelayAt("send", lab)).isEqualTo(HaltingInterceptor.EXIT_CODE);

            assertThat(lab.pending()).isEqualTo(EVENTS);
            assertThat(timesInTopic(lab, link)).isEmpty();
            lab.relay().start();
            lab.awaitDrained(Duration.ofSeconds(10));
            assertThat(lab.assertEveryVersionOnceInOrder()).isZero();
        }
    }

    @Test
    @DisplayName("F-03: the relay's process dies between send and delete: published twice, in order, nothing lost")
    void publishesTwiceAfterACrashBeforeTheDelete() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers())) {
            UUID link = linkWithEvents(lab);

            assertThat(killRelayAt("acknowledged", lab)).isEqualTo(HaltingInterceptor.EXIT_CODE);

            assertThat(lab.pending()).as("nothing was deleted").isEqualTo(EVENTS);
            assertThat(timesInTopic(lab, link)).as("but something was sent").isNotEmpty();
            lab.relay().start();
            lab.awaitDrained(Duration.ofSeconds(10));
            assertThat(lab.assertEveryVersionOnceInOrder())
                    .as("records that came a second time")
                    .isPositive();
            assertThat(timesInTopic(lab, link).values())
                    .hasSize(EVENTS)
                    .allMatch(times -> times <= 2)
                    .contains(2);
        }
    }

    private static UUID linkWithEvents(OutboxLab lab) {
        UUID link = lab.newLinks(1).getFirst();
        LabWriters writers = new LabWriters(lab, List.of(link));
        for (int i = 0; i < EVENTS; i++) {
            writers.hot(link);
        }
        return link;
    }

    private static int killRelayAt(String point, OutboxLab lab) throws Exception {
        PostgresServer server = PostgresServer.get();
        return RelayProcess.runUntilHalted(lab.url, server.user(), server.password(), lab.bootstrapServers, point);
    }

    private static Map<String, Integer> timesInTopic(OutboxLab lab, UUID link) {
        Map<String, Integer> times = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : lab.linkTopic()) {
            if (new String(record.key(), StandardCharsets.UTF_8).equals(link.toString())) {
                times.merge(OutboxLab.header(record, EventHeaders.ID), 1, Integer::sum);
            }
        }
        return times;
    }
}
