package io.abonent.platform.consume;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** Puts records aside, and returns only when the broker has them. */
final class DeadLetters implements DisposableBean {

    private static final int MESSAGE_MAX = 500;

    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Duration sendTimeout;
    private final Clock clock;
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param producers asked once, at the first dead letter: most processes never have one */
    DeadLetters(String topic, Supplier<Producer<byte[], byte[]>> producers, Duration sendTimeout, Clock clock) {
        this.topic = topic;
        this.producers = producers;
        this.sendTimeout = sendTimeout;
        this.clock = clock;
    }

    void write(ConsumerRecord<?, ?> record, ConsumerFailure failure) throws DeadLetterNotWritten {
        Headers headers = headers(record, failure);
        byte[] key = record.key() instanceof byte[] bytes ? bytes : null;
        byte[] value = record.value() instanceof byte[] bytes ? bytes : null;
        if (value == null) {
            headers.add(DeadLetterHeaders.NO_VALUE, bytes("true"));
        }
        try {
            send(new ProducerRecord<>(topic, null, key, value, headers));
        } catch (DeadLetterNotWritten e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            headers.add(DeadLetterHeaders.VALUE_OMITTED, bytes("true"));
            send(new ProducerRecord<>(topic, null, key, null, headers));
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) throws DeadLetterNotWritten {
        try {
            producer().send(record).get(sendTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new DeadLetterNotWritten(topic, e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw new DeadLetterNotWritten(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLetterNotWritten(topic, e);
        }
    }

    private Headers headers(ConsumerRecord<?, ?> record, ConsumerFailure failure) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(DeadLetterHeaders.PREFIX)) {
                headers.add(header);
            }
        }
        RuntimeException cause = failure.failure();
        String message = String.valueOf(cause.getMessage());
        headers.add(DeadLetterHeaders.CONSUMER, bytes(failure.consumer()));
        headers.add(DeadLetterHeaders.CAUSE, bytes(cause.getClass().getName()));
        headers.add(
                DeadLetterHeaders.CAUSE_MESSAGE, bytes(message.substring(0, Math.min(message.length(), MESSAGE_MAX))));
        headers.add(DeadLetterHeaders.TOPIC, bytes(record.topic()));
        headers.add(DeadLetterHeaders.PARTITION, bytes(Integer.toString(record.partition())));
        headers.add(DeadLetterHeaders.OFFSET, bytes(Long.toString(record.offset())));
        headers.add(DeadLetterHeaders.FAILED_AT, bytes(clock.instant().toString()));
        return headers;
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    @Override
    public synchronized void destroy() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
