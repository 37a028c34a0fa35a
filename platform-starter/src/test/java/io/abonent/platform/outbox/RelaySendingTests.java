package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RelaySendingTests {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void deliversWhatWasAcknowledged() throws Exception {
        SendOutcome outcome = sendAnswering(
                List.of(row(1, A), row(2, B), row(3, A)),
                MockProducer::completeNext,
                MockProducer::completeNext,
                MockProducer::completeNext);

        assertThat(outcome.delivered()).containsExactly(1L, 2L, 3L);
        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.producerFailure()).isNull();
    }

    @Test
    void refusesARowWhoseKeyHasNoLaterDelivery() throws Exception {
        SendOutcome outcome = sendAnswering(
                List.of(row(1, A), row(2, B)), failing(new RecordTooLargeException("x")), MockProducer::completeNext);

        assertThat(outcome.delivered()).containsExactly(2L);
        assertThat(outcome.refused()).extracting(refusal -> refusal.row().id()).containsExactly(1L);
        assertThat(outcome.overtaken()).isEmpty();
    }

    @Test
    void callsARowOvertakenWhenALaterOneOfItsKeyWasDelivered() throws Exception {
        SendOutcome outcome = sendAnswering(
                List.of(row(1, A), row(2, A), row(3, A)),
                failing(new RecordTooLargeException("x")),
                failing(new RecordTooLargeException("y")),
                MockProducer::completeNext);

        assertThat(outcome.overtaken())
                .extracting(refusal -> refusal.row().id())
                .containsExactly(1L, 2L);
        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.delivered()).containsExactly(3L);
    }

    @Test
    void keepsRowsBehindOneThatMayStillGo() throws Exception {
        SendOutcome outcome = sendAnswering(
                List.of(row(1, A), row(2, A), row(3, B)),
                failing(new TopicAuthorizationException("topic")),
                MockProducer::completeNext,
                MockProducer::completeNext);

        assertThat(outcome.delivered()).as("2 goes again behind 1").containsExactly(3L);
        assertThat(outcome.stoppedTopics()).hasSize(1);
    }

    @Test
    void tellsThatTheProducerIsOfNoUse() throws Exception {
        SendOutcome outcome = sendAnswering(
                List.of(row(1, A), row(2, B)),
                MockProducer::completeNext,
                failing(new AuthenticationException("who are you?")));

        assertThat(outcome.delivered()).containsExactly(1L);
        assertThat(outcome.producerFailure()).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void stopsWaitingWhenTheSessionIsGone() {
        RelaySending sending = new RelaySending(new RelayProducer(kafka));

        assertThatThrownBy(() -> sending.send(List.of(row(1, A)), () -> {
                    throw new IllegalStateException("session is gone");
                }))
                .hasMessage("session is gone");
    }

    private interface Answer {
        boolean give(MockProducer<byte[], byte[]> kafka);
    }

    private static Answer failing(RuntimeException cause) {
        return kafka -> kafka.errorNext(cause);
    }

    /** @param answers of the broker in the order of the rows */
    private SendOutcome sendAnswering(List<StoredRow> rows, Answer... answers) throws Exception {
        CompletableFuture<SendOutcome> outcome = CompletableFuture.supplyAsync(() -> {
            try {
                return new RelaySending(new RelayProducer(kafka)).send(rows, () -> {});
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (kafka.history().size() < rows.size()) {
            Thread.onSpinWait();
        }
        for (Answer answer : answers) {
            assertThat(answer.give(kafka)).isTrue();
        }
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static StoredRow row(long id, UUID key) {
        return new StoredRow(
                id, new UUID(1, id), "topic", key, "abonent.test.Thing.v1", "{}", id, "system", null, Instant.EPOCH);
    }
}
