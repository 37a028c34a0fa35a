package io.abonent.platform.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The relay's own database session. Leadership is an advisory lock of this session, and the same session reads and
 * deletes: who has lost the connection has lost the leadership and cannot delete either.
 */
final class RelayConnection implements AutoCloseable {

    /** Any number nobody else locks; one relay per database. */
    private static final long LOCK = 0x6f7574626f78L;

    /** Rows counted at most: the gauge need not scan a million rows. */
    private static final int COUNTED_ROWS_MAX = 100_000;

    /**
     * A process that vanished without a word is noticed by the server, which has to free the lock; so is one that is
     * frozen: a leader that lives asks something every second.
     */
    private static final String SESSION = "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;"
            + " set tcp_keepalives_count = 3; set statement_timeout = '60s'; set application_name = 'outbox-relay';"
            + " set idle_session_timeout = ";

    private static final Duration FROZEN_AFTER = Duration.ofSeconds(30);

    /** From the lowest id, never from a cursor: a smaller id may be committed later than a larger one. */
    private static final String NEXT = "select id, event_id, aggregatetype, aggregateid, type, payload,"
            + " aggregate_version, actor, traceparent, occurred_at from outbox";

    private static final String NEXT_FREE = NEXT + " order by id limit ?";
    private static final String NEXT_AROUND_HELD =
            NEXT + " where not (aggregateid = any (?)) and not (aggregatetype = any (?)) order by id limit ?";

    /** By the ids that were sent, never by their range: rows committed in between would go unsent. */
    private static final String DELETE = "delete from outbox where id = any (?)";

    private static final String BURY =
            "with gone as (delete from outbox where id = ? returning *) insert into outbox_dead (id, "
                    + OutboxRow.COLUMNS + ", shard, attempts, reason) select id, " + OutboxRow.COLUMNS
                    + ", shard, ?, ? from gone";
    private static final String STATS = "select (select count(*) from (select 1 from outbox limit " + COUNTED_ROWS_MAX
            + ") counted), (select occurred_at from outbox order by id limit 1), (select count(*) from outbox_dead)";

    private final Connection connection;

    private RelayConnection(Connection connection) {
        this.connection = connection;
    }

    static RelayConnection open(DataSource unpooled) throws SQLException {
        return open(unpooled, FROZEN_AFTER);
    }

    static RelayConnection open(DataSource unpooled, Duration frozenAfter) throws SQLException {
        Connection connection = unpooled.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(SESSION + frozenAfter.toMillis());
            return new RelayConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    boolean tryLead() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    List<StoredRow> next(int limit, Collection<UUID> heldKeys, Collection<String> heldTopics) throws SQLException {
        boolean free = heldKeys.isEmpty() && heldTopics.isEmpty();
        try (PreparedStatement statement = connection.prepareStatement(free ? NEXT_FREE : NEXT_AROUND_HELD)) {
            int parameter = 1;
            if (!free) {
                statement.setArray(parameter++, connection.createArrayOf("uuid", heldKeys.toArray()));
                statement.setArray(parameter++, connection.createArrayOf("text", heldTopics.toArray()));
            }
            statement.setInt(parameter, limit);
            try (ResultSet result = statement.executeQuery()) {
                List<StoredRow> rows = new ArrayList<>(Math.min(limit, 1_000));
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static StoredRow row(ResultSet result) throws SQLException {
        return new StoredRow(
                result.getLong(1),
                result.getObject(2, UUID.class),
                result.getString(3),
                result.getObject(4, UUID.class),
                result.getString(5),
                result.getString(6),
                result.getLong(7),
                result.getString(8),
                result.getString(9),
                result.getObject(10, OffsetDateTime.class).toInstant());
    }

    void delete(Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        Array array = connection.createArrayOf("bigint", ids.toArray());
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, array);
            statement.executeUpdate();
        } finally {
            array.free();
        }
    }

    void bury(long id, int attempts, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BURY)) {
            statement.setLong(1, id);
            statement.setInt(2, attempts);
            statement.setString(3, reason);
            statement.executeUpdate();
        }
    }

    Stats stats() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(STATS)) {
            result.next();
            OffsetDateTime oldest = result.getObject(2, OffsetDateTime.class);
            return new Stats(result.getLong(1), oldest == null ? null : oldest.toInstant(), result.getLong(3));
        }
    }

    /** @throws SQLException if the session, and with it the leadership, is gone */
    void check() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    record Stats(long pending, @Nullable Instant oldest, long dead) {

        static final Stats NONE = new Stats(0, null, 0);
    }
}
