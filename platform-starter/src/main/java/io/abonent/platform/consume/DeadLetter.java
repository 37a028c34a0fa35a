package io.abonent.platform.consume;

import io.abonent.contracts.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** A record of the dead letter topic. */
final class DeadLetter {

    private final ConsumerRecord<byte[], byte[]> record;

    DeadLetter(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
    }

    long offset() {
        return record.offset();
    }

    String consumer() {
        return text(DeadLetterHeaders.CONSUMER);
    }

    /** One for each consumer and original record, however often it was put aside. */
    UUID redriveId() {
        String origin = consumer() + "/" + text(DeadLetterHeaders.TOPIC) + "/" + text(DeadLetterHeaders.PARTITION) + "/"
                + text(DeadLetterHeaders.OFFSET);
        return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8));
    }

    boolean valueOmitted() {
        return record.headers().lastHeader(DeadLetterHeaders.VALUE_OMITTED) != null;
    }

    /** As the binder would have handed it over, with the topic it came from. */
    Message<byte[]> message() {
        Object payload = record.value() == null ? KafkaNull.INSTANCE : record.value();
        MessageBuilder<Object> message = MessageBuilder.withPayload(payload);
        for (Header header : record.headers()) {
            if (!header.key().startsWith(DeadLetterHeaders.PREFIX)) {
                message.setHeader(header.key(), header.value());
            }
        }
        message.setHeader(KafkaHeaders.RECEIVED_KEY, record.key());
        message.setHeader(KafkaHeaders.RECEIVED_TOPIC, text(DeadLetterHeaders.TOPIC));
        @SuppressWarnings("unchecked") // the binder does the same: a null value is no byte[] behind this type
        Message<byte[]> built = (Message<byte[]>) (Message<?>) message.build();
        return built;
    }

    /** Without the value, which may be somebody's data; the key only if it is what a key should be. */
    View view(boolean redriven) {
        return new View(
                record.offset(),
                consumer(),
                aggregateId(),
                text(EventHeaders.TYPE),
                text(EventHeaders.ID),
                text(DeadLetterHeaders.CAUSE),
                text(DeadLetterHeaders.CAUSE_MESSAGE),
                text(DeadLetterHeaders.TOPIC),
                text(DeadLetterHeaders.PARTITION),
                text(DeadLetterHeaders.OFFSET),
                text(DeadLetterHeaders.FAILED_AT),
                redriven);
    }

    private String text(String header) {
        @Nullable Header found = record.headers().lastHeader(header);
        return found == null || found.value() == null
                ? ""
                : LogText.bounded(new String(found.value(), StandardCharsets.UTF_8));
    }

    private @Nullable UUID aggregateId() {
        try {
            return record.key() == null ? null : UUID.fromString(new String(record.key(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    record View(
            long number,
            String consumer,
            @Nullable UUID aggregateId,
            String eventType,
            String eventId,
            String cause,
            String causeMessage,
            String topic,
            String partition,
            String offset,
            String failedAt,
            boolean redriven) {}
}
