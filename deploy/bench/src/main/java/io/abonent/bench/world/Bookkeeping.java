package io.abonent.bench.world;

import java.sql.SQLException;

/** Tables that no customer knows of, and what PostgreSQL has not cleaned up yet. */
public final class Bookkeeping {

    private final int port;

    public Bookkeeping(int port) {
        this.port = port;
    }

    /** Takes the size of a table with its indexes. */
    public interface Sizes {
        void add(String database, String table, long bytes);
    }

    /** Takes the rows of all tables of a database that are dead and still there. */
    public interface DeadRows {
        void add(String database, long rows);
    }

    public void sizes(Sizes sizes) throws SQLException {
        for (String service : Databases.SERVICES) {
            new Database(port, service)
                    .query(
                            "select relname, pg_total_relation_size(relid) from pg_stat_user_tables"
                                    + " where relname in ('outbox', 'inbox', 'http_idempotency', 'scheduled_tasks')"
                                    + " order by relname",
                            row -> new String[] {row[0], row[1]})
                    .forEach(row -> sizes.add(service, row[0], Long.parseLong(row[1])));
        }
    }

    public void deadRows(DeadRows rows) throws SQLException {
        for (String service : Databases.SERVICES) {
            rows.add(
                    service,
                    new Database(port, service).count("select coalesce(sum(n_dead_tup), 0) from pg_stat_user_tables"));
        }
    }
}
