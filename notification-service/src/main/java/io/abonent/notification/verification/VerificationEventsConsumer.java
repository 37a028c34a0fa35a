package io.abonent.notification.verification;

import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class VerificationEventsConsumer {

    @Bean
    Consumer<Message<byte[]>> verificationEvents(EventConsumers consumers, VerificationMessages messages) {
        return consumers
                .named("verificationEvents")
                .on(VerificationRequested.class, messages::requested)
                .build();
    }
}
