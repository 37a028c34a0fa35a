package io.abonent.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.event.Ids;
import io.abonent.platform.sample.LinkEvents;
import io.abonent.platform.sample.LinkReplica;
import io.abonent.platform.sample.SampleApplication;
import io.abonent.platform.testkit.KafkaServer;
import io.abonent.platform.testkit.RestartableBroker;
import io.abonent.platform.testkit.ServiceTestInfrastructure;
import io.abonent.platform.testkit.TestEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Without a limit these tests would be green after a quarter of an hour of waiting for the broker. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartWithoutBrokerIT {

    @Test
    @DisplayName(
            "F-10: a service that starts while the broker is away is ready, and reads events as soon as it is back")
    void startsAndReadsLater(@TempDir Path directory) throws Exception {
        try (RestartableBroker broker = new RestartableBroker(directory)) {
            try (ConfigurableApplicationContext service = started(broker.bootstrapServers())) {
                assertThat(service.getBean(ApplicationAvailability.class).getReadinessState())
                        .isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
                // Nobody listens: what would wait for the broker would still wait.
                broker.start();
                KafkaServer.createTopics(broker.bootstrapServers());
                AccountLinked event = LinkEvents.of(Ids.next(), "after the outage", 1);
                try (TestEvents events = new TestEvents(broker.bootstrapServers())) {
                    events.publish(event);
                }
                LinkReplica replica = service.getBean(LinkReplica.class);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> replica.handled(event.linkId()).size() == 1);
                assertThat(topics(broker)).as("made late, too").contains("sample-service.dlt");
            }
        }
    }

    @Test
    @DisplayName("F-10, F-06: one that still waits for the broker can be stopped")
    void stopsWhileItWaits(@TempDir Path directory) throws Exception {
        try (RestartableBroker broker = new RestartableBroker(directory)) {
            ConfigurableApplicationContext service = started(broker.bootstrapServers());
            long start = System.nanoTime();
            service.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        }
    }

    private static ConfigurableApplicationContext started(String bootstrapServers) {
        ApplicationContextInitializer<ConfigurableApplicationContext> away = context -> {
            Map<String, Object> settings = Map.of(
                    "spring.kafka.bootstrap-servers", bootstrapServers, "server.port", 0, "management.server.port", 0);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("away", settings));
        };
        return new SpringApplicationBuilder(SampleApplication.class)
                .initializers(new ServiceTestInfrastructure(), StartWithoutBrokerIT::sample, away)
                .run();
    }

    private static void sample(ConfigurableApplicationContext context) {
        try {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new ResourcePropertySource("classpath:sample.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> topics(RestartableBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
