package io.abonent.platform.consume;

import io.abonent.contracts.Event;
import io.abonent.platform.event.EventEnvelope;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/**
 * Builds the function beans which Spring Cloud Stream binds to topics.
 *
 * <pre>{@code
 * @Bean
 * Consumer<Message<byte[]>> consentEvents(EventConsumers consumers) {
 *     return consumers
 *             .named("consentEvents")
 *             .on(ConsentSigned.class, (event, envelope) -> states.signed(event))
 *             .on(ConsentWithdrawn.class, (event, envelope) -> states.withdrawn(event))
 *             .build();
 * }
 * }</pre>
 *
 * Events of the topic without a handler are passed over. A record that can never be understood (bytes, an unknown type,
 * an unknown enum value), whose values cannot be worked with (a zone that does not exist, a text the database cannot hold)
 * or whose handler throws {@link PermanentFailure} goes to the dead letters and the partition goes on; after any other
 * exception the same record is tried again, with growing pauses, until it succeeds.
 */
public interface EventConsumers {

    /** @param name the function's name, used for dead letters, metrics and redrive */
    Builder named(String name);

    interface Builder {

        <E extends Event> Builder on(Class<E> type, BiConsumer<E, EventEnvelope> handler);

        /**
         * For compacted topics: the aggregate was erased. Without a handler tombstones are passed over.
         *
         * @param handler takes the aggregate's id
         */
        Builder onTombstone(Consumer<UUID> handler);

        Consumer<Message<byte[]>> build();
    }
}
