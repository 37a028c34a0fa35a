package io.abonent.platform.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Rows, yes; tables, no; histories of migrations to read only. Granted anew after every migration. */
final class ApplicationRights {

    private final String role;
    private final String serviceHistory;

    ApplicationRights(String role, String serviceHistory) {
        this.role = '"' + role + '"';
        this.serviceHistory = serviceHistory;
    }

    void grant(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            // All or none: a service that waits takes readable histories as the sign that it may begin.
            connection.setAutoCommit(false);
            for (String right : rights('"' + connection.getSchema() + '"')) {
                statement.execute(right);
            }
            connection.commit();
        }
    }

    private List<String> rights(String schema) {
        String histories = schema + "." + Schema.PLATFORM_HISTORY + ", " + schema + "." + serviceHistory;
        return List.of(
                "grant usage on schema " + schema + " to " + role,
                "grant select, insert, update, delete on all tables in schema " + schema + " to " + role,
                "grant usage, select on all sequences in schema " + schema + " to " + role,
                // Tables of later migrations are usable from the moment in which their history says that they are
                // there.
                "alter default privileges in schema " + schema + " grant select, insert, update, delete on tables to "
                        + role,
                "alter default privileges in schema " + schema + " grant usage, select on sequences to " + role,
                "revoke insert, update, delete on " + histories + " from " + role,
                // The relay sweeps up behind itself.
                "grant maintain on " + schema + ".outbox to " + role);
    }
}
