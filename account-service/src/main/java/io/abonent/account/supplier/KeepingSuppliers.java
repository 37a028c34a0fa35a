package io.abonent.account.supplier;

import io.abonent.platform.outbox.EventPublisher;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a supplier or changes its profile, and tells the other services when something did change. */
@Service
class KeepingSuppliers {

    private final Suppliers suppliers;
    private final EventPublisher events;

    KeepingSuppliers(Suppliers suppliers, EventPublisher events) {
        this.suppliers = suppliers;
        this.events = events;
    }

    @Transactional
    Supplier keep(UUID supplierId, SupplierProfile profile) {
        OptionalLong changed = suppliers.upsert(supplierId, profile);
        if (changed.isPresent()) {
            events.publish(SupplierEvents.profileChanged(supplierId, profile, changed.getAsLong()));
        }
        return suppliers.find(supplierId).orElseThrow();
    }
}
