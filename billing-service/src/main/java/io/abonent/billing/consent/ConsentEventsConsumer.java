package io.abonent.billing.consent;

import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class ConsentEventsConsumer {

    @Bean
    Consumer<Message<byte[]>> consentEvents(EventConsumers consumers, ConsentStates states) {
        return consumers
                .named("consentEvents")
                .on(ConsentSigned.class, (event, envelope) -> states.signed(event))
                .on(ConsentWithdrawn.class, (event, envelope) -> states.withdrawn(event))
                .on(ConsentDocumentPublished.class, (event, envelope) -> states.published(event))
                .build();
    }
}
