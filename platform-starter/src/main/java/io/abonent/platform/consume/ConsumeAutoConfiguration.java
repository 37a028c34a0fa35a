package io.abonent.platform.consume;

import io.abonent.platform.event.EventCodec;
import io.abonent.platform.inbox.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

@AutoConfiguration(
        afterName = {
            "io.abonent.platform.inbox.InboxAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean(KafkaProperties.class)
@EnableConfigurationProperties(ConsumeProperties.class)
class ConsumeAutoConfiguration {

    private final String deadLetterTopic;

    ConsumeAutoConfiguration(@Value("${spring.application.name:application}") String application) {
        this.deadLetterTopic = application + ".dlt";
    }

    @Bean
    @ConditionalOnMissingBean(EventConsumers.class)
    DispatchingConsumers eventConsumers(EventCodec codec, ConsumeProperties properties, ConsumerMetrics metrics) {
        return new DispatchingConsumers(codec, (int) properties.maxValue().toBytes(), metrics::expect);
    }

    @Bean
    ConsumerMetrics consumerMetrics(ObjectProvider<MeterRegistry> registry) {
        return new ConsumerMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    DeadLetters deadLetters(
            KafkaProperties kafka, KafkaConnectionDetails connection, ConsumeProperties properties, Clock clock) {
        int timeoutMs = (int) properties.deadLetterSend().toMillis();
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getProducer().getBootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, deadLetterTopic);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMs / 2);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMs);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.MAX_VALUE / 4);
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new DeadLetters(
                deadLetterTopic,
                () -> new KafkaProducer<>(settings, bytes, bytes),
                properties.deadLetterSend().plusSeconds(1),
                clock);
    }

    @Bean
    static BeanPostProcessor consumersNotWithTheContext(ListableBeanFactory beans) {
        return new ConsumersLast.NotWithTheContext(beans);
    }

    @Bean
    ConsumersLast consumersLast(KafkaAdmin topics, ObjectProvider<InputBindingLifecycle> consumers) {
        return new ConsumersLast(topics, consumers);
    }

    /** The binder's own retries and dead letters stay off: they give up, and they answer before the broker has. */
    @Bean
    ListenerContainerWithDlqAndRetryCustomizer consumerRetryRules(
            DeadLetters deadLetters, ConsumerMetrics metrics, ConsumeProperties properties) {
        return new ContainerRules(
                () -> new RetryRules(deadLetters, metrics, properties.retryFirst(), properties.retryMax()));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "abonent.consume.create-dead-letter-topic", matchIfMissing = true)
    KafkaAdmin.NewTopics deadLetterTopic(ConsumeProperties properties) {
        Duration retention = properties.deadLetterRetention();
        NewTopic topic = TopicBuilder.name(deadLetterTopic)
                .partitions(1)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()))
                .build();
        return new KafkaAdmin.NewTopics(topic);
    }

    @Bean
    @ConditionalOnBean({Inbox.class, DispatchingConsumers.class})
    DeadLetterEndpoint deadLetterEndpoint(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            DispatchingConsumers consumers,
            Inbox inbox,
            JdbcClient jdbc) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getConsumer().getBootstrapServers());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, deadLetterTopic + "-reader");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        DeadLetterReader reader =
                new DeadLetterReader(deadLetterTopic, () -> new KafkaConsumer<>(settings, bytes, bytes));
        return new DeadLetterEndpoint(new Redrive(reader, consumers, inbox, jdbc));
    }
}
