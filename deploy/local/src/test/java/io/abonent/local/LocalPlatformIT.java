package io.abonent.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.contracts.Topic;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformIT {

    private static final Ports PORTS = new Ports(12000);

    @TempDir
    private Path directory;

    @Test
    void keepsDataBetweenRunsWithDurabilityOn() throws Exception {
        Home home = Home.at(directory);
        Secrets secrets = new Secrets(home);
        secrets.prepare();
        String password = secrets.read("identity", "spring.datasource.password");
        try (PostgresServer server = PostgresServer.start(home, PORTS)) {
            server.createDatabases(secrets);
            try (Connection connection = connect("identity", "identity", password)) {
                assertThat(value(connection, "show fsync")).isEqualTo("on");
                assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
                assertThat(value(connection, "show full_page_writes")).isEqualTo("on");
                connection.createStatement().execute("create table kept as select 42 as answer");
            }
        }
        secrets.prepare();
        try (PostgresServer server = PostgresServer.start(home, PORTS)) {
            server.createDatabases(secrets);
            try (Connection connection = connect("identity", "identity", password)) {
                assertThat(value(connection, "select answer from kept")).isEqualTo("42");
            }
        }
    }

    @Test
    void letsARoleIntoItsOwnDatabaseOnlyAndOnlyWithItsPassword() throws Exception {
        Home home = Home.at(directory);
        Secrets secrets = new Secrets(home);
        secrets.prepare();
        String password = secrets.read("billing", "spring.datasource.password");
        try (PostgresServer server = PostgresServer.start(home, PORTS)) {
            server.createDatabases(secrets);
            connect("billing", "billing", password).close();
            assertThatThrownBy(() -> connect("account", "billing", password)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connect("billing", "billing", "guessed")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void createsEveryTopicOfTheCatalogueAndKeepsTheBrokersLog() throws Exception {
        Home home = Home.at(directory);
        for (int run = 0; run < 2; run++) {
            try (KafkaBroker broker = KafkaBroker.start(home, PORTS)) {
                broker.createTopics(PORTS);
                try (Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + PORTS.kafka()))) {
                    assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS))
                            .containsAll(Arrays.stream(Topic.values())
                                    .map(Topic::topicName)
                                    .toList())
                            .contains("billing-service.dlt");
                }
            }
        }
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
