package io.abonent.platform.consume;

import io.abonent.contracts.EventHeaders;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * Of a record's headers only those of the contract get into a message. Others are words for the frameworks in between:
 * one {@code contentType} that is none would fail before any consumer is asked, and be tried again for ever.
 */
final class OurHeaders implements KafkaHeaderMapper {

    /** The binder looks for it by this name. */
    static final String BEAN_NAME = "kafkaBinderHeaderMapper";

    private static final String CLOUD_EVENTS = "ce_";

    @Override
    public void toHeaders(Headers source, Map<String, Object> target) {
        for (Header header : source) {
            boolean ours = header.key().startsWith(CLOUD_EVENTS) || header.key().equals(EventHeaders.TRACE_PARENT);
            if (ours && header.value() != null) {
                target.put(header.key(), header.value());
            }
        }
    }

    /** Nothing leaves through the binder: events go through the outbox. */
    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {
        throw new UnsupportedOperationException("events leave through the outbox");
    }
}
