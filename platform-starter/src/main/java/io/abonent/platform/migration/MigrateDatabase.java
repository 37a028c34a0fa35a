package io.abonent.platform.migration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

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
                // After the arguments, so that a configuration shared with the service cannot say otherwise.
                .run(withMode(args))) {
            context.getId();
        }
    }

    private static String[] withMode(String[] args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--abonent.migration.mode=migrate";
        return all;
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MigrationAutoConfiguration.class
    })
    static class Migration {}
}
