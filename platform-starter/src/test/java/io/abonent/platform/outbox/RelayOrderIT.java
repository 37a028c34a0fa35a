package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.EventType;
import io.abonent.platform.testkit.KafkaServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelayOrderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    @DisplayName("F-32: two relays and many writers on few aggregates: every committed version once, in order")
    void keepsTheOrderOfEachAggregateWithTwoRelays() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers())) {
            lab.relay().start();
            lab.relay().start();
            LabWriters writers = new LabWriters(lab, lab.newLinks(20));

            writers.run(12, Duration.ofSeconds(6));

            lab.awaitDrained(PATIENCE);
            assertThat(lab.assertEveryVersionOnceInOrder())
                    .as("a quiet hand-over repeats nothing")
                    .isZero();
            assertThat(writers.commits).hasValueGreaterThan(200);
        }
    }

    @Test
    @DisplayName("F-32, F-16: the leader's session is killed again and again: another relay leads, nothing is lost")
    void survivesTheLossOfTheLeadersSession() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers())) {
            lab.relay().start();
            lab.relay().start();
            LabWriters writers = new LabWriters(lab, lab.newLinks(10));
            CompletableFuture<Integer> killing = CompletableFuture.supplyAsync(() -> killLeaders(lab, 8));

            writers.run(6, Duration.ofSeconds(8));

            assertThat(killing.join()).as("sessions killed").isPositive();
            lab.awaitDrained(PATIENCE);
            lab.assertEveryVersionOnceInOrder();
        }
    }

    private static int killLeaders(OutboxLab lab, int times) {
        int killed = 0;
        for (int i = 0; i < times; i++) {
            sleep(Duration.ofMillis(700));
            killed += lab.jdbc
                    .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                            + " and database = (select oid from pg_database where datname = current_database())")
                    .query(Boolean.class)
                    .list()
                    .size();
        }
        return killed;
    }

    private static void sleep(Duration howLong) {
        try {
            Thread.sleep(howLong);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("F-31: a large backlog drains from the oldest while writers go on; the relay sweeps the table")
    void drainsALargeBacklog() throws Exception {
        int backlog = Integer.getInteger("it.outbox.backlog", 60_000);
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers())) {
            List<UUID> links = lab.newLinks(300);
            seed(lab, backlog / links.size());
            LabWriters writers = new LabWriters(lab, links);

            lab.relay(OutboxLab.properties(1_000, java.util.Map.of())).start();
            writers.run(2, Duration.ofSeconds(3));

            lab.awaitDrained(Duration.ofMinutes(3));
            lab.assertEveryVersionOnceInOrder();
            org.awaitility.Awaitility.await("swept")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> lab.jdbc
                                    .sql("select vacuum_count from pg_stat_user_tables where relname = 'outbox'")
                                    .query(Long.class)
                                    .single()
                            > 0);
        }
    }

    /** As if the broker had been away: versions 1 to n of every link wait, interleaved. */
    private static void seed(OutboxLab lab, int versions) {
        String example = example();
        lab.jdbc
                .sql("insert into outbox (event_id, aggregatetype, aggregateid, type, payload, aggregate_version)"
                        + " select uuidv7(), 'account.link.v1', id, 'abonent.account.AccountLinked.v1',"
                        + " jsonb_set(cast(:example as jsonb), '{linkId}', to_jsonb(cast(id as text)))::text, v"
                        + " from generate_series(1, :versions) v, link order by v, id")
                .param("example", example)
                .param("versions", versions)
                .update();
        lab.jdbc
                .sql("update link set version = :versions")
                .param("versions", versions)
                .update();
    }

    /** Readable, so that consumers of the same broker in other tests are not busy with dead letters. */
    private static String example() {
        try (InputStream json =
                RelayOrderIT.class.getClassLoader().getResourceAsStream(EventType.ACCOUNT_LINKED.exampleResource())) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
