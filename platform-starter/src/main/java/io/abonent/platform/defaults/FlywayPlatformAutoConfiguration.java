package io.abonent.platform.defaults;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/**
 * The platform's tables migrate before the service's and have their own history, so that the numbers of the two never
 * collide and a new platform migration never has to be squeezed in out of order.
 */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
class FlywayPlatformAutoConfiguration {

    static final String HISTORY_TABLE = "platform_schema_history";
    static final String LOCATION = "classpath:db/platform";

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy platformFirst() {
        return service -> {
            platform(service.getConfiguration()).migrate();
            service.migrate();
        };
    }

    private static Flyway platform(Configuration service) {
        return Flyway.configure(service.getClassLoader())
                .dataSource(service.getDataSource())
                .schemas(service.getSchemas())
                .table(HISTORY_TABLE)
                .locations(LOCATION)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .load();
    }
}
