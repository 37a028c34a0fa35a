package io.abonent.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.sample.LinkWriting;
import io.abonent.platform.sample.SampleApplication;
import io.abonent.platform.testkit.KafkaServer;
import io.abonent.platform.testkit.OutboxAssertions;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One role changes the schema, before; the service works with another that cannot. */
class MigrationIT {

    private static final String SAMPLE = "classpath:db/sample";

    @Test
    @DisplayName("F-23: a service waits for its migration, then works, on the tables of the next release too")
    void waitsForTheMigrationAndWorksWithoutTheRightToChangeTables() throws Exception {
        RestrictedDatabase database = new RestrictedDatabase();
        CompletableFuture<ConfigurableApplicationContext> starting =
                CompletableFuture.supplyAsync(() -> start(database, "60s"));

        database.migrate(SAMPLE + ",classpath:db/sample-next");

        try (ConfigurableApplicationContext service = starting.get()) {
            UUID link = service.getBean(LinkWriting.class).create("dacha");
            service.getBean(LinkWriting.class).rename(link, "house");
            OutboxAssertions outbox = new OutboxAssertions(service.getBean(JdbcClient.class));
            outbox.awaitEmpty();
            assertThat(outbox.pending(AccountLinked.class, link)).isZero();
        }
        database.executeAsOwner("create table of_the_next_release (id int)");
        assertThat(database.executeAsApplication("insert into of_the_next_release values (1)"))
                .isEmpty();
        assertThat(database.executeAsApplication("vacuum outbox")).isEmpty();
        assertThat(database.executeAsApplication("vacuum link")).contains("permission denied");
        assertRefused(database, "create table mine (id int)");
        assertRefused(database, "alter table link add column mine text");
        assertRefused(database, "drop table link");
        assertRefused(database, "truncate link");
        assertRefused(database, "delete from platform_schema_history");
        assertRefused(database, "update flyway_schema_history set checksum = 1");
    }

    @Test
    @DisplayName("F-24: on tables older than itself a service does not start, and says what is missing")
    void doesNotStartOnAnEmptyDatabase() throws Exception {
        RestrictedDatabase database = new RestrictedDatabase();

        assertThatThrownBy(() -> start(database, "0s"))
                .rootCause()
                .isInstanceOf(SchemaBehind.class)
                .hasMessageContaining("V1__outbox.sql")
                .hasMessageContaining("migration job");
    }

    @Test
    void aRoleThatDoesNotExistFailsTheMigration() throws Exception {
        RestrictedDatabase database = new RestrictedDatabase();

        assertThatThrownBy(() -> MigrateDatabase.main(new String[] {
                    "--spring.datasource.url=" + database.url,
                    "--spring.datasource.username=" + database.owner,
                    "--spring.datasource.password=x",
                    "--spring.flyway.locations=" + SAMPLE,
                    "--abonent.migration.application-role=nobody_made_it"
                }))
                .rootCause()
                .hasMessageContaining("nobody_made_it");
    }

    private static void assertRefused(RestrictedDatabase database, String sql) {
        assertThatThrownBy(() -> database.executeAsApplication(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .extracting(refusal -> ((SQLException) refusal).getSQLState())
                .isEqualTo("42501");
    }

    private static ConfigurableApplicationContext start(RestrictedDatabase database, String patience) {
        return new SpringApplicationBuilder(SampleApplication.class)
                .run(
                        "--spring.application.name=sample-service",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + database.url,
                        "--spring.datasource.username=" + database.application,
                        "--spring.datasource.password=x",
                        "--spring.flyway.locations=" + SAMPLE,
                        "--spring.kafka.bootstrap-servers=" + KafkaServer.get().bootstrapServers(),
                        "--spring.cloud.function.definition=linkEvents",
                        "--spring.cloud.stream.bindings.linkEvents-in-0.destination=account.link.v1",
                        "--spring.cloud.stream.bindings.linkEvents-in-0.group=migration-test",
                        "--abonent.migration.mode=expect",
                        "--abonent.migration.patience=" + patience);
    }
}
