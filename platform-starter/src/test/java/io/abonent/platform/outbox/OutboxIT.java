package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.event.Ids;
import io.abonent.platform.sample.LinkEvents;
import io.abonent.platform.sample.LinkReplica;
import io.abonent.platform.sample.LinkWriting;
import io.abonent.platform.sample.SampleTest;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.Published;
import io.abonent.platform.testkit.TestEvents;
import io.micrometer.tracing.ScopedSpan;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    EventPublisher publisher;

    @Autowired
    Tracer tracer;

    @Autowired
    TransactionTemplate transactions;

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

    @Test
    @DisplayName("F-20: eight writers on three JPA aggregates: one event for each committed version, in order")
    void publishesEachVersionOfAnAggregateOnce() throws Exception {
        List<UUID> ids = List.of(writing.create("a"), writing.create("b"), writing.create("c"));
        List<Future<?>> written = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 160; i++) {
                UUID id = ids.get(i % ids.size());
                String alias = "alias " + i;
                boolean hot = i % 4 == 0;
                written.add(writers.submit(
                        () -> untilWritten(() -> hot ? writing.renameHot(id, alias) : renamed(id, alias))));
            }
            for (Future<?> one : written) {
                one.get();
            }
        }
        writing.renameAll(ids, "all");
        outbox.awaitEmpty();

        for (UUID id : ids) {
            long last = events.awaitPublished(
                            AccountLinked.class, event -> event.linkId().equals(id) && "all".equals(event.alias()))
                    .version();
            assertThat(versions(id))
                    .isEqualTo(LongStream.rangeClosed(0, last).boxed().toList());
        }
    }

    @Test
    void publishesNothingThatWasRolledBack() {
        UUID id = writing.create("before");

        assertThatThrownBy(() -> writing.renameAndFail(id, "never")).isInstanceOf(IllegalStateException.class);
        writing.rename(id, "after");

        events.awaitPublished(AccountLinked.class, event -> event.linkId().equals(id) && event.version() == 1);
        assertThat(events.published(AccountLinked.class))
                .filteredOn(published -> published.event().linkId().equals(id))
                .extracting(published -> published.event().alias())
                .containsExactly("before", "after");
    }

    @Test
    void refusesToPublishOutsideATransaction() {
        assertThatThrownBy(() -> publisher.publish(LinkEvents.of(Ids.next(), "x", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
    }

    @Test
    void refusesTwoEventsOfOneVersionAndCommitsNeither() {
        UUID id = Ids.next();

        assertThatThrownBy(() -> transactions.executeWithoutResult(transaction -> {
                    publisher.publish(LinkEvents.of(id, "one", 1));
                    publisher.publish(LinkEvents.of(id, "two", 1));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Two events");
        assertThat(outbox.pending(AccountLinked.class, id)).isZero();
    }

    @Test
    void refusesAnEventTooLargeForTheBrokerBeforeTheCommit() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        transaction -> publisher.publish(LinkEvents.of(Ids.next(), "x".repeat(600_000), 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void namesTheUserAsActor() {
        UUID user = Ids.next();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(user.toString(), "", "SCOPE_cabinet"));
        UUID id;
        try {
            id = writing.create("mine");
        } finally {
            SecurityContextHolder.clearContext();
        }

        assertThat(events.awaitRecord(
                                AccountLinked.class, event -> event.linkId().equals(id))
                        .headers())
                .containsEntry(EventHeaders.ACTOR, "user:" + user);
    }

    @Test
    void sendsTheTraceOfTheRequestAlong() {
        ScopedSpan span = tracer.startScopedSpan("request");
        UUID id;
        try {
            id = writing.create("traced");
        } finally {
            span.end();
        }

        assertThat(events.awaitRecord(
                                AccountLinked.class, event -> event.linkId().equals(id))
                        .headers()
                        .get(EventHeaders.TRACE_PARENT))
                .matches("00-" + span.context().traceId() + "-[0-9a-f]{16}-0[01]");
    }

    private List<Long> versions(UUID id) {
        return events.published(AccountLinked.class).stream()
                .map(Published::event)
                .filter(event -> event.linkId().equals(id))
                .map(AccountLinked::version)
                .toList();
    }

    private boolean renamed(UUID id, String alias) {
        try {
            writing.rename(id, alias);
            return true;
        } catch (ConcurrencyFailureException e) {
            return false;
        }
    }

    private static void untilWritten(BooleanSupplier write) {
        while (!write.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
