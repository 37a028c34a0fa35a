package io.abonent.platform.consume;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.SeekUtils;

/**
 * What happens when a consumer fails: a permanent failure becomes a dead letter and the partition goes on; after any
 * other, and when the dead letter cannot be written, the same record comes again with growing pauses, for ever. The
 * parent's own counting is not used: it ends retries by the outermost exception's class, which is always the same here.
 */
final class RetryRules extends DefaultErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(RetryRules.class);

    private final Map<TopicPartition, Attempts> attempts = new ConcurrentHashMap<>();
    private final DeadLetters deadLetters;
    private final ConsumerMetrics metrics;
    private final Duration first;
    private final Duration max;

    RetryRules(DeadLetters deadLetters, ConsumerMetrics metrics, Duration first, Duration max) {
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.first = first;
        this.max = max;
    }

    @Override
    public void handleRemaining(
            Exception thrown,
            List<ConsumerRecord<?, ?>> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        // Seeks back to everything not done; throws, so that nothing is acknowledged, unless the first one is settled.
        SeekUtils.seekOrRecover(
                thrown, records, consumer, container, false, this::settled, logger, KafkaException.Level.DEBUG);
    }

    private boolean settled(
            ConsumerRecord<?, ?> record,
            @Nullable Exception thrown,
            @Nullable MessageListenerContainer container,
            @Nullable Consumer<?, ?> consumer)
            throws InterruptedException {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        ConsumerFailure failure = ConsumerFailure.in(thrown);
        if (failure != null && failure.permanent() && buried(record, failure)) {
            attempts.remove(partition);
            return true;
        }
        Attempts now = attempts.merge(
                partition,
                new Attempts(record.offset(), 1),
                (before, one) ->
                        before.offset == record.offset() ? new Attempts(before.offset, before.count + 1) : one);
        Duration pause = pauseAfter(now.count);
        metrics.retried(failure == null ? "unknown" : failure.consumer());
        // Without the message: it may quote somebody's data. The stack trace is in the debug log of the container.
        log.warn(
                "{} not taken (attempt {}), again in {}: {}",
                name(record),
                now.count,
                pause,
                failure == null
                        ? String.valueOf(thrown)
                        : failure.failure().getClass().getName(),
                log.isDebugEnabled() ? thrown : null);
        if (container == null) {
            Thread.sleep(pause);
        } else {
            ListenerUtils.stoppableSleep(container, pause.toMillis());
        }
        return false;
    }

    private boolean buried(ConsumerRecord<?, ?> record, ConsumerFailure failure) {
        try {
            deadLetters.write(record, failure);
            metrics.buried(failure.consumer());
            log.error("{} is a dead letter: {}", name(record), failure.failure().getMessage());
            return true;
        } catch (DeadLetterNotWritten e) {
            log.error("{} is to be a dead letter, which cannot be written: {}", name(record), e.getMessage());
            return false;
        }
    }

    private Duration pauseAfter(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(max) > 0 ? max : pause;
    }

    private static String name(ConsumerRecord<?, ?> record) {
        return "Record " + record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private record Attempts(long offset, int count) {}
}
