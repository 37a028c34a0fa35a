package io.abonent.billing.link;

import java.util.UUID;

/**
 * An active link as account-service tells it: what its events say, at the version they will say it.
 *
 * @param supplierAccountRef by which the supplier's back office knows the account
 */
record LinkState(UUID linkId, UUID supplierId, String supplierAccountRef, boolean extended, long version) {

    @Override
    public String toString() {
        // The reference is the supplier's secret name of the account: not for logs.
        return "LinkState[" + linkId + ", version " + version + "]";
    }
}
