package io.abonent.platform.security;

import io.abonent.platform.event.EventCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** For every service but the one that ends sessions itself. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "io.abonent.platform.outbox.OutboxAutoConfiguration"
        },
        before = ResourceServerAutoConfiguration.class)
@ConditionalOnBean({KafkaProperties.class, EventCodec.class})
class EndedSessionsAutoConfiguration {

    /** An access token lives for ten minutes at most (design.md, 5); clocks differ by a minute at most. */
    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(11);

    @Bean
    @ConditionalOnMissingBean(RevokedSessions.class)
    EndedSessionsFeed endedSessionsFeed(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            EventCodec codec,
            Clock clock,
            @Value("${spring.application.name:application}") String application) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getConsumer().getBootstrapServers());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, application + "-ended-sessions");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new EndedSessionsFeed(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                codec,
                clock,
                LONGEST_TOKEN);
    }
}
