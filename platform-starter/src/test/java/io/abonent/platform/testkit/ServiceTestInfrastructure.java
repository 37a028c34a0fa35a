package io.abonent.platform.testkit;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points a context to the servers of this JVM; also for contexts which a test builds itself. */
public final class ServiceTestInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        PostgresServer postgres = PostgresServer.get();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "serviceTestInfrastructure",
                        Map.of(
                                "spring.datasource.url", postgres.freshDatabase(),
                                "spring.datasource.username", postgres.user(),
                                "spring.datasource.password", postgres.password(),
                                "spring.kafka.bootstrap-servers",
                                        KafkaServer.get().bootstrapServers())));
    }
}
