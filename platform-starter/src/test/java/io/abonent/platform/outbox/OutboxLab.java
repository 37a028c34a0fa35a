package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.Topic;
import io.abonent.platform.event.EventCodec;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.PostgresServer;
import io.abonent.platform.testkit.TopicWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outbox, relays and their topic without Spring's context: a database of its own, any broker. */
final class OutboxLab implements AutoCloseable {

    final String url;
    final String bootstrapServers;
    final DataSource unpooled;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final OutboxWakeUp wakeUp = new OutboxWakeUp();
    final OutboxRows rows = new OutboxRows(new EventCodec(), new Origin(null), Clock.systemUTC(), 512_000);
    final EventPublisher publisher;
    private final HikariDataSource pool = new HikariDataSource();
    private final List<OutboxRelay> relays = new ArrayList<>();

    OutboxLab(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        PostgresServer server = PostgresServer.get();
        url = server.freshDatabase();
        unpooled = unpooled(url);
        pool.setJdbcUrl(url);
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/platform")
                .load()
                .migrate();
        jdbc = JdbcClient.create(pool);
        jdbc.sql("create table link (id uuid primary key, version bigint not null)")
                .update();
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        publisher =
                new TransactionalEventPublisher(rows, new OutboxWriter(new JdbcTemplate(pool)), wakeUp, pool, () -> {});
    }

    static DataSource unpooled(String url) {
        PostgresServer server = PostgresServer.get();
        return new SimpleDriverDataSource(new org.postgresql.Driver(), url, server.user(), server.password());
    }

    static OutboxProperties properties(int batchSize, Map<String, String> producer) {
        return new OutboxProperties(
                true,
                batchSize,
                Duration.ofMillis(200),
                Duration.ofMillis(5),
                8,
                3,
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                20_000,
                Duration.ofMinutes(5),
                org.springframework.util.unit.DataSize.ofKilobytes(512),
                producer);
    }

    OutboxRelay relay() {
        return relay(properties(200, Map.of()));
    }

    OutboxRelay relay(OutboxProperties properties) {
        OutboxRelay relay = relay(unpooled, bootstrapServers, properties, wakeUp);
        relays.add(relay);
        return relay;
    }

    static OutboxRelay relay(
            DataSource unpooled, String bootstrapServers, OutboxProperties properties, OutboxWakeUp wakeUp) {
        RelayState state = new RelayState(new SimpleMeterRegistry(), Clock.systemUTC());
        return new OutboxRelay(
                unpooled, () -> Map.of("bootstrap.servers", bootstrapServers), properties, wakeUp, state);
    }

    List<UUID> newLinks(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = Ids.next();
            jdbc.sql("insert into link values (:id, 0)").param("id", id).update();
            ids.add(id);
        }
        return ids;
    }

    long pending() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    void awaitDrained(Duration atMost) {
        Awaitility.await("outbox drained")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> pending() == 0);
    }

    /**
     * Every version from 1 to the committed one is in the topic once, in order, when repetitions of the same event are
     * passed over: nothing lost, nothing invented, nothing out of order.
     *
     * @return how many records were repetitions
     */
    long assertEveryVersionOnceInOrder() {
        Map<UUID, Long> committed = new HashMap<>();
        jdbc.sql("select id, version from link").query(result -> {
            committed.put(result.getObject(1, UUID.class), result.getLong(2));
        });
        Map<UUID, List<Long>> published = new HashMap<>();
        Set<String> known = new HashSet<>();
        long repetitions = 0;
        for (ConsumerRecord<byte[], byte[]> record : linkTopic()) {
            UUID key = UUID.fromString(new String(record.key(), StandardCharsets.UTF_8));
            if (!committed.containsKey(key)) {
                continue;
            }
            if (known.add(header(record, EventHeaders.ID))) {
                published
                        .computeIfAbsent(key, id -> new ArrayList<>())
                        .add(Long.valueOf(header(record, EventHeaders.AGGREGATE_VERSION)));
            } else {
                repetitions++;
            }
        }
        committed.forEach((id, version) -> assertThat(published.getOrDefault(id, List.of()))
                .as("versions of %s in the topic", id)
                .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList()));
        return repetitions;
    }

    List<ConsumerRecord<byte[], byte[]>> linkTopic() {
        return topic(Topic.ACCOUNT_LINK.topicName());
    }

    List<ConsumerRecord<byte[], byte[]>> topic(String name) {
        try (TopicWatch topics = new TopicWatch(bootstrapServers)) {
            return topics.poll(name, Duration.ZERO);
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        relays.forEach(OutboxRelay::stop);
        pool.close();
    }
}
