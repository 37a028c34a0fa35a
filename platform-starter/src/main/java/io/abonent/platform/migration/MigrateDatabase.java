package io.abonent.platform.migration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * A service's image started with this class migrates the service's database and ends; nothing else of the service runs.
 * It reads the configuration of the service; only the role that it connects with is another, the owner of the tables.
 */
public final class MigrateDatabase {

    private MigrateDatabase() {}

    /** Ends with an exception, and so with an exit code other than 0, when the database was not migrated. */
    public static void main(String[] args) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Migration.class)
                .web(WebApplicationType.NONE)
                .run(args)) {
            context.getId();
        }
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MigrationAutoConfiguration.class
    })
    static class Migration {

        /** Whatever abonent.migration.mode says: the configuration is the service's, and that one waits. */
        @Bean
        FlywayMigrationStrategy always(MigrationProperties properties) {
            return service -> MigrationAutoConfiguration.migrate(service, properties);
        }
    }
}
