package io.abonent.notification.notice;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.notification.link.AccountLinks;
import io.abonent.notification.message.Message;
import io.abonent.platform.consume.EventConsumers;
import io.abonent.platform.event.EventEnvelope;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whatever happens to a supply account is told to everybody who acts on it: a stranger among them must be noticed. */
@Configuration(proxyBeanMethods = false)
class LinkNotices {

    @Bean
    Consumer<org.springframework.messaging.Message<byte[]>> linkEvents(
            EventConsumers consumers, AccountLinks links, Notices notices) {
        return consumers
                .named("linkEvents")
                .on(AccountLinked.class, (event, envelope) -> {
                    links.linked(event);
                    tellHolders(
                            notices,
                            links,
                            envelope,
                            event.userId(),
                            event.supplyAccountId(),
                            own -> new Message.AccountConnected(
                                    event.accountNumberMasked(), event.supplierId(), event.linkedAt(), own));
                })
                .on(AccountUnlinked.class, (event, envelope) -> {
                    links.unlinked(event);
                    tellHolders(
                            notices,
                            links,
                            envelope,
                            event.userId(),
                            event.supplyAccountId(),
                            own -> new Message.AccountDisconnected(
                                    event.accountNumberMasked(),
                                    event.supplierId(),
                                    event.cause(),
                                    event.unlinkedAt(),
                                    own));
                })
                .on(ExtendedAccessGranted.class, (event, envelope) -> {
                    links.extended(event);
                    tellHolders(
                            notices,
                            links,
                            envelope,
                            event.userId(),
                            event.supplyAccountId(),
                            own -> new Message.AccessExtended(
                                    event.accountNumberMasked(), event.supplierId(), event.grantedAt(), own));
                })
                .build();
    }

    private static void tellHolders(
            Notices notices,
            AccountLinks links,
            EventEnvelope envelope,
            UUID actor,
            UUID supplyAccountId,
            Function<Boolean, Message> message) {
        notices.once(envelope, telling -> {
            telling.user(actor, message.apply(true));
            for (UUID holder : links.otherHolders(supplyAccountId, actor)) {
                telling.user(holder, message.apply(false));
            }
        });
    }
}
