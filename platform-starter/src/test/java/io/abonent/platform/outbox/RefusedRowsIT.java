package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.KafkaServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefusedRowsIT {

    private static final String SMALL = "x".repeat(10);
    private static final String LARGE = "x".repeat(5_000);

    @Test
    @DisplayName("F-28: a row the producer refuses stops its key, not the others; it dies, and can be redriven")
    void stopsOnlyTheKeyOfARefusedRow() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers())) {
            String topic = newTopic(lab, Map.of());
            UUID stuck = Ids.next();
            UUID free = Ids.next();
            insert(lab, topic, stuck, 1, LARGE);
            insert(lab, topic, stuck, 2, SMALL);
            insert(lab, topic, free, 1, SMALL);
            OutboxRelay relay = lab.relay(OutboxLab.properties(200, Map.of("max.request.size", "3000")));
            relay.start();

            awaitKeys(lab, topic, List.of(free));
            // After the attempts the row is put aside and its key goes on.
            awaitKeys(lab, topic, List.of(free, stuck));
            assertThat(lab.pending()).isZero();
            assertThat(lab.jdbc
                            .sql("select attempts from outbox_dead where aggregateid = :id")
                            .param("id", stuck)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);

            relay.stop();
            lab.relay().start();
            OutboxEndpoint endpoint = new OutboxEndpoint(
                    lab.jdbc, new RelayState(new SimpleMeterRegistry(), Clock.systemUTC()), lab.wakeUp);
            assertThat(endpoint.redrive(null)).containsEntry("redriven", 1);
            assertThat(endpoint.redrive(null)).containsEntry("redriven", 0);
            awaitKeys(lab, topic, List.of(free, stuck, stuck));
        }
    }

    @Test
    @DisplayName("F-28: a row the broker refuses after its successors were taken is put aside, never sent late")
    void neverSendsAnOvertakenRowLate() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers())) {
            String topic = newTopic(lab, Map.of("max.message.bytes", "3000"));
            UUID key = Ids.next();
            insert(lab, topic, key, 1, LARGE);
            insert(lab, topic, key, 2, SMALL);
            lab.relay().start();

            lab.awaitDrained(Duration.ofSeconds(30));

            assertThat(versions(lab, topic)).containsExactly("2");
            assertThat(lab.jdbc
                            .sql("select aggregate_version from outbox_dead")
                            .query(Long.class)
                            .list())
                    .containsExactly(1L);
        }
    }

    @Test
    @DisplayName("F-15: rows for a topic that is missing wait; the others go; with the topic they follow in order")
    void waitsForAMissingTopic() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers())) {
            String present = newTopic(lab, Map.of());
            String missing = "missing." + System.nanoTime();
            UUID waiting = Ids.next();
            insert(lab, missing, waiting, 1, SMALL);
            insert(lab, missing, waiting, 2, SMALL);
            UUID free = Ids.next();
            insert(lab, present, free, 1, SMALL);
            lab.relay().start();

            awaitKeys(lab, present, List.of(free));
            assertThat(lab.pending()).isEqualTo(2);
            create(lab, missing, Map.of());
            lab.awaitDrained(Duration.ofSeconds(30));

            assertThat(versions(lab, missing)).containsExactly("1", "2");
        }
    }

    private static void awaitKeys(OutboxLab lab, String topic, List<UUID> keys) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lab.topic(topic))
                        .extracting(record -> OutboxLab.header(record, "ce_subject"))
                        .containsExactlyInAnyOrderElementsOf(
                                keys.stream().map(UUID::toString).toList()));
    }

    private static List<String> versions(OutboxLab lab, String topic) {
        return lab.topic(topic).stream()
                .map(record -> OutboxLab.header(record, "ce_aggregateversion"))
                .toList();
    }

    private static void insert(OutboxLab lab, String topic, UUID key, long version, String payload) {
        lab.jdbc
                .sql("insert into outbox (event_id, aggregatetype, aggregateid, type, payload, aggregate_version)"
                        + " values (:event, :topic, :key, 'abonent.test.Thing.v1', :payload, :version)")
                .param("event", Ids.next())
                .param("topic", topic)
                .param("key", key)
                .param("payload", payload)
                .param("version", version)
                .update();
    }

    private static String newTopic(OutboxLab lab, Map<String, String> settings) throws Exception {
        String name = "refusal." + System.nanoTime();
        create(lab, name, settings);
        return name;
    }

    private static void create(OutboxLab lab, String name, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", lab.bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
    }
}
