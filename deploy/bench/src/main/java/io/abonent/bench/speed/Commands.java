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
import java.util.function.UnaryOperator;

/**
 * G1: a command over HTTP with its token checked, beside a program that only writes the same rows: one transaction, a statement for
 * each row, as many connections, in tables of the same shape.
 */
final class Commands implements Rows {

    private static final double AIM = 0.80;
    private static final String TEXT = "x".repeat(300);

    /** A quote of one account, and the answer that is kept for its Idempotency-Key. */
    private static final Limit QUOTE = new Limit(
            List.of("payment_quote", "payment_quote_part", "http_idempotency"),
            List.of(),
            List.of(
                    "insert into bench_payment_quote (quote_id, user_id, total_minor, currency, created_at, expires_at)"
                            + " values (:new, :worker, 12345, 'RUB', now(), now())",
                    "insert into bench_payment_quote_part (quote_id, position, supply_account_id, supplier_id,"
                            + " supplier_account_ref, mode, amount_minor, due_minor)"
                            + " values (:new, 0, :worker, :worker, 'ref', 'CUSTOM', 12345, 0)",
                    "insert into bench_http_idempotency (principal, route, key, fingerprint, status, body)"
                            + " values (:worker, 'quotes', :new::text, '\\x01', 201, '" + TEXT + "')"));

    /** A changed name and its event. */
    private static final Limit RENAME = new Limit(
            List.of("cabinet_user", "outbox"),
            List.of("insert into bench_cabinet_user (id, status, locale, registered_at, version)"
                    + " values (:worker, 'ACTIVE', 'ru', now(), 1)"),
            List.of(
                    "update bench_cabinet_user set display_name = :new::text, version = version + 1 where id = :worker",
                    "insert into bench_outbox (event_id, aggregatetype, aggregateid, type, payload, aggregate_version)"
                            + " values (:new, 'identity.user.v1', :worker, 'ProfileUpdated', '" + TEXT + "', 1)"));

    private final Calls calls;
    private final UnaryOperator<String> databases;
    private final Sides sides;

    /** @param databases address by service */
    Commands(Calls calls, UnaryOperator<String> databases, Sides sides) {
        this.calls = calls;
        this.databases = databases;
        this.sides = sides;
    }

    /**
     * @param tables of which copies are made
     * @param before once for each worker; {@code :worker} is its id
     * @param transaction {@code :new} is another id each time
     */
    private record Limit(List<String> tables, List<String> before, List<String> transaction) {}

    @Override
    public List<Line> measure() throws IOException, InterruptedException, SQLException {
        return List.of(
                line("quotes over HTTP", calls::quote, databases.apply("billing"), QUOTE),
                line("changed profiles over HTTP", calls::rename, databases.apply("identity"), RENAME));
    }

    private Line line(String what, Shot shot, String url, Limit limit)
            throws IOException, InterruptedException, SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : limit.tables()) {
                statement.execute("create table bench_%1$s (like %1$s including all)".formatted(table));
            }
        }
        List<Writer> writers = new ArrayList<>();
        try {
            for (int worker = 0; worker < calls.members(); worker++) {
                writers.add(Writer.open(url, limit));
            }
            Sides.Medians medians = sides.compare(
                    sides.turn(calls, calls.members(), shot),
                    sides.turn(writers.size(), worker -> writers.get(worker).write()));
            return Line.ratio(
                    "G1",
                    what + " / the same rows written over JDBC, %d connections".formatted(writers.size()),
                    medians,
                    "/s",
                    AIM);
        } finally {
            for (Writer writer : writers) {
                writer.connection().close();
            }
        }
    }

    private record Writer(Connection connection, List<String> transaction) {

        static Writer open(String url, Limit limit) throws SQLException {
            String id = "'" + UUID.randomUUID() + "'";
            Connection connection = DriverManager.getConnection(url + "&prepareThreshold=1");
            try (Statement statement = connection.createStatement()) {
                for (String sql : limit.before()) {
                    statement.execute(sql.replace(":worker", id));
                }
            }
            connection.setAutoCommit(false);
            return new Writer(
                    connection,
                    limit.transaction().stream()
                            .map(sql -> sql.replace(":worker", id).replace(":new", "?"))
                            .toList());
        }

        void write() throws IOException {
            UUID id = UUID.randomUUID();
            try {
                for (String sql : transaction) {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        statement.setObject(1, id);
                        statement.executeUpdate();
                    }
                }
                connection.commit();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
