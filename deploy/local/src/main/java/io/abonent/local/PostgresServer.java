package io.abonent.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One PostgreSQL with a database and a role per service; a role may connect to its own database only. */
final class PostgresServer implements Program {

    private static final Pattern OPTION = Pattern.compile("\"([^\"]*)\"");

    private final Home home;
    private final Ports ports;
    private List<String> command = List.of();

    PostgresServer(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return ports.postgres();
    }

    /** The library unpacks, initialises and knows how to start; a child of ours can be watched and started again. */
    @Override
    public Process start() throws IOException {
        if (command.isEmpty()) {
            initialise();
            command = commandLine();
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log())
                .start();
    }

    private ProcessBuilder.Redirect log() {
        return ProcessBuilder.Redirect.appendTo(home.log(name()).toFile());
    }

    private void initialise() throws IOException {
        Path access = home.root().resolve("config").resolve("pg_hba.conf");
        Files.writeString(access, accessRules());
        EmbeddedPostgres.builder()
                .setPort(ports.postgres())
                .setDataDirectory(home.data("postgres"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The embedded server is made for tests and turns durability off; here it keeps people's money.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "250")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("recovery_init_sync_method", syncAfterCrash())
                .setServerConfig("hba_file", access.toString())
                .setOutputRedirector(log())
                .setErrorRedirector(log())
                .start()
                .close();
    }

    /** One call instead of opening each of thousands of files, which takes seconds; only Linux has it. */
    private static String syncAfterCrash() {
        return System.getProperty("os.name").equals("Linux") ? "syncfs" : "fsync";
    }

    /**
     * The server notes in {@code postmaster.opts} how it was started. As root the library starts it in a user namespace
     * of its own, since PostgreSQL refuses root.
     */
    private List<String> commandLine() throws IOException {
        String noted = Files.readString(home.data("postgres").resolve("postmaster.opts"))
                .strip();
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(noted.substring(0, noted.indexOf(" \"")));
        OPTION.matcher(noted).results().map(option -> option.group(1)).forEach(words::add);
        return words;
    }

    @Override
    public boolean isReady() {
        try (Connection connection = superuser()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
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
        List<String> noted = Files.readAllLines(pidFile);
        // The path of a process in another user namespace cannot be read: that somebody listens there must do.
        int port = Integer.parseInt(noted.get(3).strip());
        ProcessHandle.of(Long.parseLong(noted.getFirst().strip()))
                .filter(process -> process.info()
                        .command()
                        .map(path -> path.endsWith("postgres"))
                        .orElseGet(() -> Sockets.listens(port)))
                .ifPresent(Processes::interrupt);
        Files.deleteIfExists(pidFile);
    }

    /** SIGTERM would wait until all clients have left. */
    @Override
    public void stop(Process process) {
        Processes.interrupt(process.toHandle());
    }
}
