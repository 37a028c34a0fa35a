package io.abonent.notification.supplier;

import io.abonent.contracts.account.SupplierProfileChanged;
import io.abonent.platform.consume.EventConsumers;
import io.abonent.platform.consume.PermanentFailure;
import java.time.DateTimeException;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class SupplierEventsConsumer {

    @Bean
    Consumer<Message<byte[]>> supplierEvents(EventConsumers consumers, Suppliers suppliers) {
        return consumers
                .named("supplierEvents")
                .on(SupplierProfileChanged.class, (event, _) -> changed(event, suppliers))
                .build();
    }

    private static void changed(SupplierProfileChanged event, Suppliers suppliers) {
        try {
            suppliers.changed(event);
        } catch (DateTimeException unknownZone) {
            throw new PermanentFailure("time zone of supplier " + event.supplierId(), unknownZone);
        }
    }
}
