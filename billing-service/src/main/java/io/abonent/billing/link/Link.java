package io.abonent.billing.link;

import java.util.UUID;

/**
 * What a person may act on.
 *
 * @param supplierAccountRef by which the supplier's back office knows the account
 * @param extended the person proved to hold the bill or to stand before the meter
 */
public record Link(
        UUID linkId, UUID userId, UUID supplyAccountId, UUID supplierId, String supplierAccountRef, boolean extended) {

    @Override
    public String toString() {
        // The reference is the supplier's secret name of the account: not for logs.
        return "Link[" + linkId + ", account " + supplyAccountId + (extended ? ", extended]" : "]");
    }
}
