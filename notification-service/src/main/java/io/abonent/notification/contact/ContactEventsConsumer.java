package io.abonent.notification.contact;

import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class ContactEventsConsumer {

    @Bean
    Consumer<Message<byte[]>> contactEvents(EventConsumers consumers, Contacts contacts, ContactListener listener) {
        return consumers
                .named("contactEvents")
                .on(ContactConfirmed.class, (event, _) -> {
                    contacts.confirmed(event);
                    listener.reachable(event.userId());
                })
                .onTombstone(contacts::erased)
                .build();
    }
}
