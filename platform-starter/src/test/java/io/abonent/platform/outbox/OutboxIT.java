package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.sample.LinkReplica;
import io.abonent.platform.sample.LinkWriting;
import io.abonent.platform.sample.SampleTest;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.Published;
import io.abonent.platform.testkit.TestEvents;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class OutboxIT {

    @Autowired
    LinkWriting writing;

    @Autowired
    LinkReplica replica;

    @Autowired
    TestEvents events;

    @Autowired
    OutboxAssertions outbox;

    @Test
    void bringsACommittedEventToItsTopicAndToTheConsumer() {
        UUID id = writing.create("dacha");

        Published<AccountLinked> published =
                events.awaitRecord(AccountLinked.class, event -> event.linkId().equals(id));
        assertThat(published.key()).isEqualTo(id.toString());
        assertThat(published.event().version()).isZero();
        assertThat(published.headers())
                .containsEntry(EventHeaders.TYPE, "abonent.account.AccountLinked.v1")
                .containsEntry(EventHeaders.SOURCE, "/account")
                .containsEntry(EventHeaders.SUBJECT, id.toString())
                .containsEntry(EventHeaders.AGGREGATE_VERSION, "0")
                .containsEntry(EventHeaders.ACTOR, "system")
                .containsEntry(EventHeaders.CONTENT_TYPE, "application/json")
                .containsKeys(EventHeaders.ID, EventHeaders.TIME);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(replica.seen(id)).hasSize(1));
        outbox.awaitEmpty();
    }
}
