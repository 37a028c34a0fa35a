package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.testkit.KafkaServer;
import io.abonent.platform.testkit.RestartableBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayIT {

    @Test
    @DisplayName("F-10: the broker goes under load and comes back: writers go on, nothing is lost, the backlog drains")
    void keepsWritingWhileTheBrokerIsAway(@TempDir Path directory) throws Exception {
        try (RestartableBroker broker = new RestartableBroker(directory)) {
            broker.start();
            KafkaServer.createTopics(broker.bootstrapServers());
            try (OutboxLab lab = new OutboxLab(broker.bootstrapServers())) {
                OutboxRelay relay = lab.relay();
                relay.start();
                LabWriters writers = new LabWriters(lab, lab.newLinks(10));
                writers.run(4, Duration.ofSeconds(2));
                lab.awaitDrained(Duration.ofSeconds(30));
                long before = writers.commits.get();

                broker.stop();
                writers.run(4, Duration.ofSeconds(4));
                assertThat(lab.pending())
                        .as("committed while the broker was away")
                        .isEqualTo(writers.commits.get() - before)
                        .isPositive();
                broker.start();

                lab.awaitDrained(Duration.ofSeconds(60));
                lab.assertEveryVersionOnceInOrder();
            }
        }
    }

    @Test
    @DisplayName("F-10, F-06: a relay that waits for the broker can be stopped, and leaves every row to the next one")
    void stopsWhileTheBrokerIsAway(@TempDir Path directory) throws Exception {
        try (RestartableBroker broker = new RestartableBroker(directory)) {
            broker.start();
            KafkaServer.createTopics(broker.bootstrapServers());
            try (OutboxLab lab = new OutboxLab(broker.bootstrapServers())) {
                OutboxRelay first = lab.relay(OutboxLab.properties(200, Map.of()));
                first.start();
                LabWriters writers = new LabWriters(lab, lab.newLinks(10));
                writers.run(4, Duration.ofSeconds(1));
                lab.awaitDrained(Duration.ofSeconds(30));
                broker.stop();
                writers.run(4, Duration.ofSeconds(1));

                long start = System.nanoTime();
                first.stop();
                Duration took = Duration.ofNanos(System.nanoTime() - start);

                assertThat(took).isLessThan(Duration.ofSeconds(12));
                long waiting = lab.pending();
                assertThat(waiting).isPositive();
                broker.start();
                lab.relay().start();
                lab.awaitDrained(Duration.ofSeconds(60));
                lab.assertEveryVersionOnceInOrder();
            }
        }
    }
}
