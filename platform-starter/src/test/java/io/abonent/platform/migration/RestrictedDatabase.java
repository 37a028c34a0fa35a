package io.abonent.platform.migration;

import io.abonent.platform.testkit.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database as operations makes it: one role owns the tables, another works with them. */
final class RestrictedDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final String url = PostgresServer.get().freshDatabase();
    final String owner = "owner_" + NUMBER.incrementAndGet();
    final String application = "application_" + NUMBER.get();

    RestrictedDatabase() throws SQLException {
        String name = url.substring(url.lastIndexOf('/') + 1);
        try (Connection connection = DriverManager.getConnection(
                        url, PostgresServer.get().user(), PostgresServer.get().password());
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + owner + " login password 'x'");
            statement.execute("create role " + application + " login password 'x'");
            statement.execute("alter database " + name + " owner to " + owner);
        }
    }

    void migrate(String locations) {
        MigrateDatabase.main(List.of(
                        "--spring.application.name=sample-service",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + owner,
                        "--spring.datasource.password=x",
                        "--spring.flyway.locations=" + locations,
                        "--abonent.migration.mode=expect",
                        "--abonent.migration.application-role=" + application)
                .toArray(String[]::new));
    }

    /** @return the server's warning, or an empty text */
    String executeAsApplication(String sql) throws SQLException {
        return execute(application, sql);
    }

    void executeAsOwner(String sql) throws SQLException {
        execute(owner, sql);
    }

    private String execute(String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, "x");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getWarnings() == null
                    ? ""
                    : String.valueOf(statement.getWarnings().getMessage());
        }
    }
}
