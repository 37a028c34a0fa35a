package io.abonent.consent.user;

import io.abonent.contracts.identity.UserRegistered;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class UserEventsConsumer {

    @Bean
    Consumer<Message<byte[]>> userEvents(EventConsumers consumers, KnownUsers users) {
        return consumers
                .named("userEvents")
                .on(UserRegistered.class, (event, envelope) -> users.registered(event))
                .build();
    }
}
