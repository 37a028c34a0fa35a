package io.abonent.bench.speed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The outbox of identity-service from outside: held back, filled, and waited for. */
final class Outbox {

    /** What the relay locks ({@code RelayConnection}): who has it is the relay of this database. */
    private static final long RELAY_LOCK = 0x6f7574626f78L;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_MS = 20;

    private final String url;

    Outbox(String url) {
        this.url = url;
    }

    /** As long as it is open nobody relays: the lock is ours. */
    Connection held() throws SQLException, InterruptedException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            while (!isTrue(statement, "select pg_try_advisory_lock(" + RELAY_LOCK + ")")) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                                + " and (classid::bigint << 32) + objid::bigint = " + RELAY_LOCK
                                + " and database = (select oid from pg_database where datname = current_database())");
                Thread.sleep(1);
            }
            return connection;
        } catch (SQLException | InterruptedException e) {
            connection.close();
            throw e;
        }
    }

    /** Rows as a command writes them, for a topic that nobody reads. */
    void fill(String topic, int rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into outbox (event_id, aggregatetype, aggregateid, type, payload, aggregate_version)
                    select gen_random_uuid(), '%s', gen_random_uuid(), 'BenchFiller',
                           '{"filler":"' || repeat('x', 400) || '"}', 1
                      from generate_series(1, %d)
                    """.formatted(topic, rows));
        }
    }

    /** @return how long it took until nothing waited any more */
    double secondsUntilEmpty() throws SQLException, InterruptedException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            while (isTrue(statement, "select exists (select 1 from outbox)")) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the outbox is not empty after " + PATIENCE);
                }
                Thread.sleep(LOOK_MS);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
