package io.abonent.notification.notice;

import io.abonent.contracts.identity.UserRegistered;
import io.abonent.notification.message.Message;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UserNotices {

    @Bean
    Consumer<org.springframework.messaging.Message<byte[]>> userEvents(EventConsumers consumers, Notices notices) {
        return consumers
                .named("userEvents")
                .on(
                        UserRegistered.class,
                        (event, envelope) ->
                                notices.tell(envelope, event.userId(), new Message.Welcome(event.loginMasked())))
                .build();
    }
}
