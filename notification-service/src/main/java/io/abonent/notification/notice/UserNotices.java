package io.abonent.notification.notice;

import io.abonent.contracts.identity.PasswordChanged;
import io.abonent.contracts.identity.PasswordReset;
import io.abonent.contracts.identity.ProfileUpdated;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.notification.contact.ReaderLanguages;
import io.abonent.notification.message.Message;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UserNotices {

    @Bean
    Consumer<org.springframework.messaging.Message<byte[]>> userEvents(
            EventConsumers consumers, Notices notices, ReaderLanguages languages) {
        return consumers
                .named("userEvents")
                .on(UserRegistered.class, (event, envelope) -> {
                    languages.keep(event.userId(), event.locale(), event.version());
                    notices.tell(envelope, event.userId(), new Message.Welcome(event.loginMasked()));
                })
                .on(ProfileUpdated.class, (event, _) -> languages.keep(event.userId(), event.locale(), event.version()))
                .on(PasswordChanged.class, (event, envelope) -> {
                    languages.keep(event.userId(), event.locale(), event.version());
                    notices.once(
                            envelope,
                            told -> told.everyContact(event.userId(), new Message.PasswordChanged(event.changedAt())));
                })
                .on(PasswordReset.class, (event, envelope) -> {
                    languages.keep(event.userId(), event.locale(), event.version());
                    notices.once(
                            envelope,
                            told -> told.everyContact(event.userId(), new Message.PasswordReset(event.resetAt())));
                })
                .onTombstone(languages::erased)
                .build();
    }
}
