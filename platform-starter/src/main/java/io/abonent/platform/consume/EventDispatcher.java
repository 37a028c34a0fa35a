package io.abonent.platform.consume;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import io.abonent.platform.event.EventCodec;
import io.abonent.platform.event.EventEnvelope;
import io.abonent.platform.event.UnreadableEvent;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.messaging.Message;

/** One function bean: finds the handler by {@code ce_type}. Whatever goes wrong leaves it as {@link ConsumerFailure}. */
final class EventDispatcher implements Consumer<Message<byte[]>> {

    private final String name;
    private final Map<Class<? extends Event>, BiConsumer<Event, EventEnvelope>> handlers;
    private final @Nullable Consumer<UUID> tombstoneHandler;
    private final EventCodec codec;
    private final int maxBytes;

    EventDispatcher(
            String name,
            Map<Class<? extends Event>, BiConsumer<Event, EventEnvelope>> handlers,
            @Nullable Consumer<UUID> tombstoneHandler,
            EventCodec codec,
            int maxBytes) {
        this.name = name;
        this.handlers = handlers;
        this.tombstoneHandler = tombstoneHandler;
        this.codec = codec;
        this.maxBytes = maxBytes;
    }

    String name() {
        return name;
    }

    @Override
    public void accept(Message<byte[]> message) {
        try {
            dispatch(new ReceivedEvent(message));
        } catch (PermanentFailure | UnreadableEvent e) {
            throw new ConsumerFailure(name, true, e);
        } catch (RuntimeException e) {
            throw new ConsumerFailure(name, Hopeless.is(e), e);
        }
    }

    private void dispatch(ReceivedEvent received) {
        byte[] value = received.value();
        if (value == null) {
            erased(received);
            return;
        }
        if (value.length > maxBytes) {
            throw new UnreadableEvent(value.length + " bytes, allowed are " + maxBytes);
        }
        String typeName = received.type();
        EventType type = EventType.ofWireName(typeName)
                .orElseThrow(() -> new UnreadableEvent("Unknown type " + LogText.bounded(typeName)));
        BiConsumer<Event, EventEnvelope> handler = handlers.get(type.record());
        if (handler != null) {
            handle(handler, codec.read(type.record(), value), received.envelope());
        }
    }

    private void handle(BiConsumer<Event, EventEnvelope> handler, Event event, EventEnvelope envelope) {
        if (!event.aggregateId().equals(envelope.subject()) || event.version() != envelope.aggregateVersion()) {
            throw new UnreadableEvent("Headers and value disagree about the aggregate or its version");
        }
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.put("eventId", envelope.id().toString());
        MDC.put("eventType", envelope.type());
        MDC.put("aggregateId", envelope.subject().toString());
        MDC.put("consumer", name);
        try {
            handler.accept(event, envelope);
        } finally {
            MDC.setContextMap(before == null ? Map.of() : before);
        }
    }

    private void erased(ReceivedEvent received) {
        if (!received.fromCompactedTopic()) {
            throw new UnreadableEvent("No value, and the topic knows no tombstones");
        }
        if (tombstoneHandler != null) {
            tombstoneHandler.accept(received.key());
        }
    }
}
