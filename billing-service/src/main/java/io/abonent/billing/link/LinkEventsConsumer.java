package io.abonent.billing.link;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class LinkEventsConsumer {

    @Bean
    Consumer<Message<byte[]>> linkEvents(EventConsumers consumers, Links links) {
        return consumers
                .named("linkEvents")
                .on(AccountLinked.class, (event, envelope) -> links.linked(event))
                .on(ExtendedAccessGranted.class, (event, envelope) -> links.extended(event))
                .on(AccountUnlinked.class, (event, envelope) -> links.unlinked(event))
                .build();
    }
}
