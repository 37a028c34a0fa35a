package io.abonent.platform.consume;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import io.abonent.platform.event.EventCodec;
import io.abonent.platform.event.EventEnvelope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/** Makes dispatchers and remembers them by name, for the redrive of dead letters. */
final class DispatchingConsumers implements EventConsumers {

    private final Map<String, EventDispatcher> byName = new ConcurrentHashMap<>();
    private final EventCodec codec;
    private final int maxBytes;
    private final Consumer<String> onNew;

    /** @param onNew is told the name of each consumer as it is built */
    DispatchingConsumers(EventCodec codec, int maxBytes, Consumer<String> onNew) {
        this.codec = codec;
        this.maxBytes = maxBytes;
        this.onNew = onNew;
    }

    @Override
    public Builder named(String name) {
        return new DispatcherBuilder(name);
    }

    Optional<EventDispatcher> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private final class DispatcherBuilder implements Builder {

        private final String name;
        private final Map<Class<? extends Event>, BiConsumer<Event, EventEnvelope>> handlers = new HashMap<>();
        private @Nullable Consumer<UUID> tombstoneHandler;

        DispatcherBuilder(String name) {
            this.name = name;
        }

        @Override
        public <E extends Event> Builder on(Class<E> type, BiConsumer<E, EventEnvelope> handler) {
            EventType.of(type);
            var earlier = handlers.put(type, (event, envelope) -> handler.accept(type.cast(event), envelope));
            if (earlier != null) {
                throw new IllegalStateException(name + " has two handlers for " + type.getSimpleName());
            }
            return this;
        }

        @Override
        public Builder onTombstone(Consumer<UUID> handler) {
            tombstoneHandler = handler;
            return this;
        }

        @Override
        public Consumer<Message<byte[]>> build() {
            EventDispatcher dispatcher =
                    new EventDispatcher(name, Map.copyOf(handlers), tombstoneHandler, codec, maxBytes);
            if (byName.put(name, dispatcher) != null) {
                throw new IllegalStateException("Two consumers are named " + name);
            }
            onNew.accept(name);
            return dispatcher;
        }
    }
}
