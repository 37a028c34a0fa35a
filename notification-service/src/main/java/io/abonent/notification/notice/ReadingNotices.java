package io.abonent.notification.notice;

import io.abonent.contracts.billing.ReadingAccepted;
import io.abonent.contracts.billing.ReadingRejected;
import io.abonent.contracts.billing.ReadingSubmitted;
import io.abonent.contracts.billing.ReadingSuperseded;
import io.abonent.notification.message.Message;
import io.abonent.notification.message.MessageKind;
import io.abonent.platform.consume.EventConsumers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** "Received" is worth a message only if the supplier takes its time; otherwise its decision is enough. */
@Configuration(proxyBeanMethods = false)
class ReadingNotices {

    static final Duration DECIDED_SOON = Duration.ofHours(1);

    @Bean
    Consumer<org.springframework.messaging.Message<byte[]>> readingEvents(EventConsumers consumers, Notices notices) {
        return consumers
                .named("readingEvents")
                .on(
                        ReadingSubmitted.class,
                        (event, envelope) -> notices.once(
                                envelope,
                                telling -> telling.accept(telling.notice(event.userId(), received(event))
                                        .about(event.readingId())
                                        .after(DECIDED_SOON))))
                .on(
                        ReadingAccepted.class,
                        (event, envelope) -> notices.once(
                                envelope, telling -> decided(telling, event.readingId(), event.userId(), taken(event))))
                .on(
                        ReadingRejected.class,
                        (event, envelope) -> notices.once(
                                envelope,
                                telling -> decided(telling, event.readingId(), event.userId(), refused(event))))
                .on(
                        ReadingSuperseded.class,
                        (event, envelope) -> notices.once(
                                envelope,
                                telling -> telling.takeBack(
                                        event.readingId(), MessageKind.READING_RECEIVED, "SUPERSEDED")))
                .build();
    }

    private static void decided(Notices.Telling telling, UUID readingId, UUID userId, Message decision) {
        telling.takeBack(readingId, MessageKind.READING_RECEIVED, "DECIDED");
        telling.user(userId, decision);
    }

    private static Message received(ReadingSubmitted event) {
        return new Message.ReadingReceived(event.supplierId(), event.period(), event.registers(), event.submittedAt());
    }

    private static Message taken(ReadingAccepted event) {
        return new Message.ReadingTaken(event.supplierId(), event.period(), event.registers(), event.acceptedAt());
    }

    private static Message refused(ReadingRejected event) {
        return new Message.ReadingRefused(
                event.supplierId(), event.period(), event.registers(), event.reason(), event.rejectedAt());
    }
}
