package io.abonent.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.event.Ids;
import io.abonent.platform.sample.LinkEvents;
import io.abonent.platform.sample.LinkReplica;
import io.abonent.platform.sample.SampleTest;
import io.abonent.platform.testkit.KafkaServer;
import io.abonent.platform.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class DeadLettersUnavailableIT {

    private static final String DEAD_LETTERS = "sample-service.dlt";

    @Autowired
    LinkReplica replica;

    @Autowired
    TestEvents events;

    @Autowired
    DeadLetterEndpoint deadLetters;

    @Test
    @DisplayName("F-30: while the dead letter cannot be written, the record is tried again and nothing overtakes it")
    void waitsForTheDeadLetterTopic() throws Exception {
        AccountLinked good = LinkEvents.of(Ids.next(), "behind poison", 1);
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", KafkaServer.get().bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(DEAD_LETTERS)).all().get();

            events.publishRaw("account.link.v1", good.linkId().toString(), new byte[] {1}, Map.of());
            events.publish(good);
            Awaitility.await()
                    .during(Duration.ofSeconds(6))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> replica.handled(good.linkId()).isEmpty());

            admin.createTopics(List.of(new NewTopic(DEAD_LETTERS, 1, (short) 1)))
                    .all()
                    .get();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> replica.handled(good.linkId()).size() == 1);
        assertThat(deadLetters.list().getOrDefault("items", List.of()))
                .anySatisfy(letter -> assertThat(letter.aggregateId()).isEqualTo(good.linkId()));
    }
}
