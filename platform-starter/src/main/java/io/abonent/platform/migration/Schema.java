package io.abonent.platform.migration;

import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's tables and the service's. The former migrate first and have their own history, so that the numbers of
 * the two never collide and a new platform migration never has to be squeezed in out of order.
 */
final class Schema {

    static final String PLATFORM_HISTORY = "platform_schema_history";
    private static final String PLATFORM_LOCATION = "classpath:db/platform";
    private static final Logger log = LoggerFactory.getLogger(Schema.class);

    private final Flyway platform;
    private final Flyway service;

    Schema(Flyway service) {
        this.platform = platform(service.getConfiguration());
        this.service = service;
    }

    void migrate() {
        platform.migrate();
        service.migrate();
    }

    /**
     * Somebody else migrates, perhaps just now.
     *
     * @throws SchemaBehind when that does not happen in time
     * @throws FlywayException when what was migrated is not what this release knows
     */
    void await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        String missing = missing();
        while (missing != null) {
            if (System.nanoTime() > deadline) {
                throw new SchemaBehind(missing);
            }
            log.info("Waiting for the database: {}", missing);
            Thread.sleep(Duration.ofSeconds(2));
            missing = missing();
        }
        platform.validate();
        service.validate();
    }

    private @Nullable String missing() {
        try {
            List<MigrationInfo> pending = pending();
            return pending.isEmpty()
                    ? null
                    : "%d migrations are missing, the next one is %s"
                            .formatted(pending.size(), pending.getFirst().getScript());
        } catch (FlywayException e) {
            // Away, or migrated and the rights not granted yet; with the histories unread nothing is known.
            return "its history cannot be read: " + e.getMessage();
        }
    }

    private List<MigrationInfo> pending() {
        MigrationInfo[] ofPlatform = platform.info().pending();
        return List.of(ofPlatform.length > 0 ? ofPlatform : service.info().pending());
    }

    private static Flyway platform(Configuration service) {
        return Flyway.configure(service.getClassLoader())
                .dataSource(service.getDataSource())
                .schemas(service.getSchemas())
                .table(PLATFORM_HISTORY)
                .locations(PLATFORM_LOCATION)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .load();
    }
}
