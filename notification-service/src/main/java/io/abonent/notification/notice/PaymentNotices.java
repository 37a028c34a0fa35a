package io.abonent.notification.notice;

import io.abonent.contracts.billing.FiscalReceiptRegistered;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.PaymentPaid;
import io.abonent.contracts.billing.PaymentPart;
import io.abonent.contracts.billing.PaymentPosted;
import io.abonent.notification.message.Message;
import io.abonent.platform.consume.EventConsumers;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentNotices {

    @Bean
    Consumer<org.springframework.messaging.Message<byte[]>> paymentEvents(EventConsumers consumers, Notices notices) {
        return consumers
                .named("paymentEvents")
                .on(PaymentPaid.class, (event, envelope) -> notices.tell(envelope, event.userId(), taken(event)))
                .on(PaymentFailed.class, (event, envelope) -> notices.tell(envelope, event.userId(), notMade(event)))
                .on(PaymentPosted.class, (event, envelope) -> notices.tell(envelope, event.userId(), credited(event)))
                .on(
                        FiscalReceiptRegistered.class,
                        (event, envelope) -> notices.tell(envelope, event.userId(), receipt(event)))
                .build();
    }

    private static Message taken(PaymentPaid event) {
        return new Message.PaymentTaken(
                onlySupplier(event.parts()), event.totalMinor(), event.currency(), event.paidAt(), event.late());
    }

    private static Message notMade(PaymentFailed event) {
        return new Message.PaymentNotMade(
                onlySupplier(event.parts()), event.totalMinor(), event.currency(), event.reason(), event.failedAt());
    }

    private static Message credited(PaymentPosted event) {
        return new Message.PaymentCredited(
                onlySupplier(event.parts()), event.totalMinor(), event.currency(), event.postedAt());
    }

    private static Message receipt(FiscalReceiptRegistered event) {
        return new Message.ReceiptIssued(event.amountMinor(), event.currency(), event.url(), event.registeredAt());
    }

    private static @Nullable UUID onlySupplier(List<PaymentPart> parts) {
        List<UUID> suppliers =
                parts.stream().map(PaymentPart::supplierId).distinct().toList();
        return suppliers.size() == 1 ? suppliers.getFirst() : null;
    }
}
