package io.abonent.platform.outbox;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Ends the JVM as {@code kill -9} would, at a chosen point: {@code halt.at} = {@code send} or {@code acknowledged}. */
public final class HaltingInterceptor implements ProducerInterceptor<byte[], byte[]> {

    static final int EXIT_CODE = 99;
    private static final int ACKNOWLEDGED_BEFORE = 20;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private String haltAt = "";

    @Override
    public void configure(Map<String, ?> settings) {
        haltAt = String.valueOf(settings.get("halt.at"));
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        if (haltAt.equals("send")) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        return record;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (haltAt.equals("acknowledged") && acknowledged.incrementAndGet() > ACKNOWLEDGED_BEFORE) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    @Override
    public void close() {}
}
