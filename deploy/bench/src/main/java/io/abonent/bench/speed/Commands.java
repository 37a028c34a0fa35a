package io.abonent.bench.speed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * G1: a command over HTTP with its token checked, beside a program that only writes the same rows: one transaction, a statement each,
 * as many connections, in tables of the same shape.
 */
final class Commands implements Rows {

    private static final double AIM = 0.80;
    private static final String PAYLOAD = "{\"displayName\":\"" + "x".repeat(300) + "\"}";

    private final Calls calls;
    private final String url;
    private final Sides sides;

    Commands(Calls calls, String url, Sides sides) {
        this.calls = calls;
        this.url = url;
        this.sides = sides;
    }

    @Override
    public List<Line> measure() throws IOException, InterruptedException, SQLException {
        List<UUID> users = tables();
        List<Writer> writers = new ArrayList<>();
        try {
            for (UUID user : users) {
                writers.add(new Writer(DriverManager.getConnection(url), user));
            }
            Sides.Medians medians = sides.compare(
                    () -> {
                        calls.renew();
                        return Rate.of(calls.members(), sides.time(), calls::rename)
                                .perSecond();
                    },
                    sides.turn(writers.size(), worker -> writers.get(worker).write()));
            return List.of(Line.ratio(
                    "G1",
                    "changed profiles over HTTP / the same rows written over JDBC, %d connections"
                            .formatted(users.size()),
                    medians,
                    "/s",
                    AIM));
        } finally {
            for (Writer writer : writers) {
                writer.connection().close();
            }
        }
    }

    private List<UUID> tables() throws SQLException {
        List<UUID> users = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_user (like cabinet_user including all)");
            statement.execute("create table if not exists bench_outbox (like outbox including all)");
            for (int worker = 0; worker < calls.members(); worker++) {
                UUID user = UUID.randomUUID();
                statement.execute("insert into bench_user (id, status, locale, registered_at, version)" + " values ('"
                        + user + "', 'ACTIVE', 'ru', now(), 1)");
                users.add(user);
            }
        }
        return users;
    }

    private record Writer(Connection connection, UUID user) {

        Writer {
            try {
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void write() throws IOException {
            try (PreparedStatement update = connection.prepareStatement(
                            "update bench_user set display_name = ?, version = version + 1 where id = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into bench_outbox (event_id, aggregatetype, aggregateid, type, payload, aggregate_version)"
                                    + " values (?, 'identity.user.v1', ?, 'ProfileUpdated', ?, 1)")) {
                update.setString(1, UUID.randomUUID().toString());
                update.setObject(2, user);
                update.executeUpdate();
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, user);
                insert.setString(3, PAYLOAD);
                insert.executeUpdate();
                connection.commit();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
