package io.abonent.billing.supplier;

import io.abonent.contracts.account.SupplierProfileChanged;
import io.abonent.platform.consume.EventConsumers;
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
                .on(SupplierProfileChanged.class, (event, envelope) -> suppliers.changed(event))
                .build();
    }
}
