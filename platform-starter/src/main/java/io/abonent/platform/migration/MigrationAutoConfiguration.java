package io.abonent.platform.migration;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** By itself a service migrates when it starts; where another role may do that, it waits until that has happened. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
@EnableConfigurationProperties(MigrationProperties.class)
class MigrationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy platformFirst(MigrationProperties properties) {
        return service -> {
            switch (properties.mode()) {
                case MIGRATE -> migrate(service, properties);
                case EXPECT -> await(service, properties);
            }
        };
    }

    static void migrate(Flyway service, MigrationProperties properties) {
        new Schema(service).migrate();
        if (properties.applicationRole() != null) {
            try {
                new ApplicationRights(
                                properties.applicationRole(),
                                service.getConfiguration().getTable())
                        .grant(service.getConfiguration().getDataSource());
            } catch (SQLException e) {
                throw new IllegalStateException("No rights for " + properties.applicationRole(), e);
            }
        }
    }

    private static void await(Flyway service, MigrationProperties properties) {
        try {
            new Schema(service).await(properties.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", e);
        }
    }
}
