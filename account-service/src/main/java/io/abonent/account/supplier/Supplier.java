package io.abonent.account.supplier;

import java.util.UUID;

/** @param version grows with every change of the profile */
public record Supplier(UUID id, long version, SupplierProfile profile) {

    /** Whether new links to its accounts are taken: at once or after its maintenance. */
    public boolean acceptsLinks() {
        SupplierStatus status = profile.status();
        return profile.exchangeType() == ExchangeType.ONLINE
                && (status == SupplierStatus.ACTIVE || status == SupplierStatus.MAINTENANCE);
    }

    public boolean inMaintenance() {
        return profile.status() == SupplierStatus.MAINTENANCE;
    }
}
