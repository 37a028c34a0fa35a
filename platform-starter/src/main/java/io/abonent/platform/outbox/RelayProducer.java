package io.abonent.platform.outbox;

import io.abonent.contracts.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One idempotent producer that never gives up: a producer which does would leave a hole and go on behind it. */
final class RelayProducer implements AutoCloseable {

    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private final Producer<byte[], byte[]> producer;

    RelayProducer(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static RelayProducer open(Map<String, Object> kafka, OutboxProperties properties) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.putAll(properties.producer());
        // Nobody configures these away: they are the order and the durability.
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A partition that knows nothing of a producer takes any first batch. With two on the way, the first refused
        // because the leader is just changing and the second taken, the first can never follow: out of order for ever.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.sendBlock().toMillis());
        return new RelayProducer(new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    Future<RecordMetadata> send(StoredRow row) {
        byte[] value = row.payload() == null ? null : bytes(row.payload());
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(row.topic(), bytes(row.aggregateId().toString()), value);
        Headers headers = record.headers();
        headers.add(EventHeaders.SPEC_VERSION, SPEC_VERSION);
        headers.add(EventHeaders.ID, bytes(row.eventId().toString()));
        headers.add(EventHeaders.TYPE, bytes(row.type()));
        headers.add(EventHeaders.SOURCE, bytes(sourceOf(row.type())));
        headers.add(EventHeaders.SUBJECT, bytes(row.aggregateId().toString()));
        headers.add(EventHeaders.TIME, bytes(row.occurredAt().toString()));
        headers.add(EventHeaders.AGGREGATE_VERSION, bytes(Long.toString(row.aggregateVersion())));
        headers.add(EventHeaders.ACTOR, bytes(row.actor()));
        headers.add(EventHeaders.CONTENT_TYPE, JSON);
        if (row.traceParent() != null) {
            headers.add(EventHeaders.TRACE_PARENT, bytes(row.traceParent()));
        }
        return producer.send(record);
    }

    /** {@code abonent.account.AccountLinked.v1} comes from {@code /account}. */
    private static String sourceOf(String type) {
        String[] parts = type.split("\\.", 3);
        return parts.length == 3 ? "/" + parts[1] : "/";
    }

    /** Drops what is not sent yet: those rows are still in the outbox, and whoever leads next sends them. */
    void abandon() {
        producer.close(Duration.ZERO);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
