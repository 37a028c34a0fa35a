package io.abonent.consent.user;

import io.abonent.contracts.identity.PasswordChanged;
import io.abonent.contracts.identity.PasswordReset;
import io.abonent.contracts.identity.ProfileUpdated;
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
                .on(
                        UserRegistered.class,
                        (event, _) -> users.keep(event.userId(), event.loginMasked(), event.version()))
                .on(
                        ProfileUpdated.class,
                        (event, _) -> users.keep(event.userId(), event.loginMasked(), event.version()))
                .on(
                        PasswordChanged.class,
                        (event, _) -> users.keep(event.userId(), event.loginMasked(), event.version()))
                .on(PasswordReset.class, (event, _) -> users.keep(event.userId(), event.loginMasked(), event.version()))
                .build();
    }
}
