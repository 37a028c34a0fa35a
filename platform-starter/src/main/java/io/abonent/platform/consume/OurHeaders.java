package io.abonent.platform.consume;

import io.abonent.contracts.EventHeaders;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Takes from a record the headers that are not an event's. Frameworks read theirs before any consumer is asked: a {@code contentType}
 * that is none, or types of headers that are no JSON, would fail there, and be tried again for ever (F-28).
 */
final class OurHeaders<K, V> implements RecordInterceptor<K, V> {

    private static final String CLOUD_EVENTS = "ce_";
    private static final List<String> OTHERS =
            List.of(EventHeaders.TRACE_PARENT, "tracestate", EventHeaders.CONTENT_TYPE);

    @Override
    public ConsumerRecord<K, V> intercept(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
        List<String> foreign = new ArrayList<>();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(CLOUD_EVENTS) && !OTHERS.contains(header.key())) {
                foreign.add(header.key());
            }
        }
        foreign.forEach(record.headers()::remove);
        return record;
    }
}
