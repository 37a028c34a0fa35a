package io.abonent.bench.world;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All tables and all journals of partners: what is to be the same afterwards. */
public final class Stock {

    /** Each for a reason: nothing else may differ. */
    private static final List<String> LEFT_OUT = List.of(
            // Notes of what was worked on: the one thing a repeated event may write.
            "inbox",
            // When which job runs next, and who has it.
            "scheduled_tasks",
            // Budgets of minutes and hours: those that have ended are swept away by the clock.
            "usage_limit");

    private static final long BETWEEN_LOOKS_MS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int databasePort;
    private final Partners partners;

    public Stock(int databasePort, String simulators) {
        this.databasePort = databasePort;
        this.partners = new Partners(simulators);
    }

    public Snapshot take() throws SQLException, IOException, InterruptedException {
        Map<String, List<String>> books = new TreeMap<>(partners.journals());
        for (String service : Databases.SERVICES) {
            Database database = new Database(databasePort, service);
            for (String table : tables(database)) {
                books.put(
                        "table " + service + "." + table,
                        database.query("select t::text from \"" + table + "\" t", row -> row[0]));
            }
        }
        return new Snapshot(books);
    }

    /** When two in a row say the same: receipts of messages come a moment later. */
    public Snapshot atRest() throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Snapshot last = take();
        while (System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS_MS);
            Snapshot now = take();
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    /** How often partners were asked for anything since then. */
    public Map<String, Long> calls(Instant since) throws IOException, InterruptedException {
        return partners.calls(since);
    }

    private static List<String> tables(Database database) throws SQLException {
        return database
                .query(
                        "select table_name from information_schema.tables"
                                + " where table_schema = 'public' and table_type = 'BASE TABLE'",
                        row -> row[0])
                .stream()
                .filter(table -> !LEFT_OUT.contains(table))
                .toList();
    }

    /** What a service knows of others, or has noted, is thrown away. */
    public void forget(String service, String table) throws SQLException {
        new Database(databasePort, service).update("delete from \"" + table + "\"");
    }
}
