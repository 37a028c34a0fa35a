package io.abonent.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.contracts.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformIT {

    private static final Ports PORTS = new Ports(12000);

    @TempDir
    private Path directory;

    @Test
    void keepsDataBetweenRunsWithDurabilityOn() throws Exception {
        Home home = Home.at(directory);
        withDatabase(home, password -> {
            try (Connection connection = connect("identity", "identity", password)) {
                assertThat(value(connection, "show fsync")).isEqualTo("on");
                assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
                assertThat(value(connection, "show full_page_writes")).isEqualTo("on");
                connection.createStatement().execute("create table kept as select 42 as answer");
            }
        });
        withDatabase(home, password -> {
            try (Connection connection = connect("identity", "identity", password)) {
                assertThat(value(connection, "select answer from kept")).isEqualTo("42");
            }
        });
    }

    @Test
    void letsARoleIntoItsOwnDatabaseOnlyAndOnlyWithItsPassword() throws Exception {
        withDatabase(Home.at(directory), password -> {
            connect("identity", "identity", password).close();
            assertThatThrownBy(() -> connect("account", "identity", password)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connect("identity", "identity", "guessed")).isInstanceOf(SQLException.class);
        });
    }

    private interface Work {
        void with(String passwordOfIdentity) throws SQLException;
    }

    private static void withDatabase(Home home, Work work) throws Exception {
        Secrets secrets = new Secrets(home);
        secrets.prepare();
        PostgresServer server = new PostgresServer(home, PORTS);
        SupervisedProcess supervised = new SupervisedProcess(server, home, new StatusBoard(home));
        try {
            supervised.awaitReady();
            server.createDatabases(secrets);
            work.with(secrets.read("identity", "spring.datasource.password"));
        } finally {
            supervised.stop();
        }
    }

    @Test
    void bringsADatabaseThatWasKilledBackByItself() throws Exception {
        Home home = Home.at(directory);
        Secrets secrets = new Secrets(home);
        secrets.prepare();
        PostgresServer server = new PostgresServer(home, PORTS);
        SupervisedProcess supervised = new SupervisedProcess(server, home, new StatusBoard(home));
        try {
            supervised.awaitReady();
            supervised.keepAlive();
            server.createDatabases(secrets);
            String password = secrets.read("identity", "spring.datasource.password");
            try (Connection connection = connect("identity", "identity", password)) {
                connection.createStatement().execute("create table kept as select 42 as answer");
            }
            for (int kill = 0; kill < 2; kill++) {
                killAndAwait(home, "postgres", server);
            }
            try (Connection connection = connect("identity", "identity", password)) {
                assertThat(value(connection, "select answer from kept")).isEqualTo("42");
            }
        } finally {
            supervised.stop();
        }
        assertThat(server.isReady()).isFalse();
    }

    @Test
    void createsEveryTopicAndBringsABrokerThatWasKilledBackWithThem() throws Exception {
        Home home = Home.at(directory);
        KafkaProgram broker = new KafkaProgram(home, PORTS, Map.of());
        SupervisedProcess supervised = new SupervisedProcess(broker, home, new StatusBoard(home));
        try {
            supervised.awaitReady();
            supervised.keepAlive();
            broker.createTopics();
            killAndAwait(home, "kafka", broker);
            broker.createTopics();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + PORTS.kafka()))) {
                assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS))
                        .containsAll(Arrays.stream(Topic.values())
                                .map(Topic::topicName)
                                .toList())
                        .contains("billing-service.dlt");
            }
        } finally {
            supervised.stop();
        }
    }

    private static void killAndAwait(Home home, String name, Program program) throws Exception {
        String killed = Files.readString(home.pid(name));
        ProcessHandle.of(Long.parseLong(killed)).orElseThrow().destroyForcibly();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !Files.readString(home.pid(name)).equals(killed) && program.isReady());
    }

    private static Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + PORTS.postgres() + "/" + database, user, password);
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
