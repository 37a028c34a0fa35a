package io.abonent.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL with a database and a role per service; a role may connect to its own database only. */
final class PostgresServer implements AutoCloseable {

    private final Ports ports;
    private final EmbeddedPostgres server;

    private PostgresServer(Ports ports, EmbeddedPostgres server) {
        this.ports = ports;
        this.server = server;
    }

    static PostgresServer start(Home home, Ports ports) throws IOException {
        Path data = home.data("postgres");
        Path access = home.root().resolve("config").resolve("pg_hba.conf");
        Files.writeString(access, accessRules());
        File log = home.log("postgres").toFile();
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(ports.postgres())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Stopped by close(), after the services that are connected to it.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The embedded server is made for tests and turns durability off; here it keeps people's money.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("hba_file", access.toString())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return new PostgresServer(ports, server);
    }

    void createDatabases(Secrets secrets) throws SQLException, IOException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String service : Topology.SERVICES) {
                String password = secrets.read(service, "spring.datasource.password");
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", service)) {
                    statement.execute("create role " + service + " login");
                }
                // The secret is made of URL-safe base64: nothing in it needs quoting.
                statement.execute("alter role " + service + " password '" + password + "'");
                if (!exists(connection, "select 1 from pg_database where datname = ?", service)) {
                    statement.execute("create database " + service + " owner " + service);
                    statement.execute("revoke connect on database " + service + " from public");
                }
            }
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + ports.postgres() + "/postgres?user=postgres");
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String accessRules() {
        StringBuilder rules = new StringBuilder("# type database user address method\n");
        for (String host : new String[] {"127.0.0.1/32", "::1/128"}) {
            rules.append("host all postgres ").append(host).append(" trust\n");
            for (String service : Topology.SERVICES) {
                rules.append("host %s %s %s scram-sha-256%n".formatted(service, service, host));
            }
        }
        return rules.append("local all postgres trust\n").toString();
    }

    /** A launcher that was killed leaves its server behind; the data directory has room for one. */
    static void stopLeftover(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .ifPresent(Processes::interrupt);
        Files.deleteIfExists(pidFile);
    }

    static long pid(Home home) throws IOException {
        return Long.parseLong(Files.readAllLines(home.data("postgres").resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
