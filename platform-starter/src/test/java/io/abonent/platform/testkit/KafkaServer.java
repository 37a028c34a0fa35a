package io.abonent.platform.testkit;

import io.abonent.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** One broker per JVM with all topics of the house, as a cluster's owner would have made them. */
public final class KafkaServer {

    private final String bootstrapServers;

    private KafkaServer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public static KafkaServer get() {
        return Holder.SERVER;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    private static KafkaServer embedded() {
        silenceBrokers();
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, Topic.PARTITIONS);
        broker.brokerProperties(Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1"));
        broker.brokerListProperty("abonent.test.kafka");
        broker.afterPropertiesSet();
        // Not stopped: the JVM is going down anyway, and a stopping broker waits for clients that are gone already.
        return new KafkaServer(broker.getBrokersAsString()).withTopics();
    }

    /** An embedded broker complains at length while its directory is deleted under it at the end of the JVM. */
    static void silenceBrokers() {
        LoggingSystem logging = LoggingSystem.get(KafkaServer.class.getClassLoader());
        List.of("kafka", "org.apache.kafka.storage", "org.apache.kafka.controller", "state.change.logger")
                .forEach(logger -> logging.setLogLevel(logger, LogLevel.OFF));
    }

    private static KafkaServer container() {
        KafkaContainer container =
                new KafkaContainer(DockerImageName.parse(System.getProperty("it.kafka.image", "apache/kafka:4.2.1"))
                        .asCompatibleSubstituteFor("apache/kafka"));
        container.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        SpringApplication.getShutdownHandlers().add(container::stop);
        return new KafkaServer(container.getBootstrapServers()).withTopics();
    }

    private KafkaServer withTopics() {
        createTopics(bootstrapServers);
        return this;
    }

    /** Also for brokers which a test starts itself. */
    public static void createTopics(String bootstrapServers) {
        List<NewTopic> topics = Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1)
                        .configs(Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                topic.cleanup().policy(),
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(topic.cleanup().retention().toMillis()))))
                .toList();
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topics not created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {

        private static final KafkaServer SERVER = switch (Engine.chosen()) {
            case EMBEDDED -> embedded();
            case CONTAINERS -> container();
        };
    }
}
