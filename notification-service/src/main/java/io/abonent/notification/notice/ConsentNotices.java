package io.abonent.notification.notice;

import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.notification.consent.AdvertisingConsents;
import io.abonent.notification.message.Message;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentNotices {

    @Bean
    Consumer<org.springframework.messaging.Message<byte[]>> consentEvents(
            EventConsumers consumers, AdvertisingConsents consents, Notices notices) {
        return consumers
                .named("consentEvents")
                .on(ConsentSigned.class, (event, envelope) -> {
                    consents.signed(event);
                    notices.tell(
                            envelope,
                            event.userId(),
                            new Message.ConsentConfirmed(
                                    event.purpose(), event.documentVersion(), event.evidenceId(), event.signedAt()));
                })
                .on(ConsentWithdrawn.class, (event, envelope) -> {
                    consents.withdrawn(event);
                    notices.tell(
                            envelope,
                            event.userId(),
                            new Message.ConsentTakenBack(
                                    event.purpose(), event.documentVersion(), event.evidenceId(), event.withdrawnAt()));
                })
                .build();
    }
}
