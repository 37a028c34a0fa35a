package io.abonent.platform.outbox;

import io.abonent.platform.event.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
@ConditionalOnBean({DataSource.class, KafkaProperties.class})
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    OutboxRows outboxRows(EventCodec codec, ObjectProvider<Tracer> tracer, Clock clock, OutboxProperties properties) {
        int maxPayload = (int) properties.maxPayload().toBytes();
        return new OutboxRows(codec, new Origin(tracer.getIfAvailable()), clock, maxPayload);
    }

    @Bean
    OutboxWakeUp outboxWakeUp() {
        return new OutboxWakeUp();
    }

    @Bean
    @ConditionalOnMissingBean
    EventPublisher eventPublisher(
            OutboxRows rows,
            OutboxWakeUp wakeUp,
            JdbcOperations jdbc,
            DataSource dataSource,
            ObjectProvider<EntityManagerFactory> jpa) {
        EntityManagerFactory entities = jpa.getIfUnique();
        Runnable flush = entities == null ? () -> {} : new JpaFlush(entities);
        return new TransactionalEventPublisher(rows, new OutboxWriter(jdbc), wakeUp, dataSource, flush);
    }

    @Bean
    RelayState outboxRelayState(ObjectProvider<MeterRegistry> registry, Clock clock) {
        return new RelayState(registry.getIfAvailable(SimpleMeterRegistry::new), clock);
    }

    @Bean
    OutboxRelay outboxRelay(
            DataSource dataSource,
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            OutboxProperties properties,
            OutboxWakeUp wakeUp,
            RelayState state,
            @Value("${spring.application.name:application}") String application) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getProducer().getBootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, application + "-outbox-relay");
        return new OutboxRelay(unpooled(dataSource), () -> settings, properties, wakeUp, state);
    }

    /** Sessions outside the pool: one is kept for good, and the pool belongs to the requests. */
    private static DataSource unpooled(DataSource dataSource) {
        return DataSourceBuilder.derivedFrom(dataSource)
                .type(SimpleDriverDataSource.class)
                .build();
    }

    @Bean
    OutboxHealth outboxHealthIndicator(RelayState state, OutboxProperties properties) {
        return new OutboxHealth(state, properties.alarmAge());
    }

    @Bean
    OutboxEndpoint outboxEndpoint(JdbcClient jdbc, RelayState state, OutboxWakeUp wakeUp) {
        return new OutboxEndpoint(jdbc, state, wakeUp);
    }
}
