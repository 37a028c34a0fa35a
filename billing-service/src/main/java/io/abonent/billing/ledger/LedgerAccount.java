package io.abonent.billing.ledger;

import java.util.UUID;

/**
 * Where money stands.
 *
 * @param code what is written into the journal
 */
public record LedgerAccount(String code) {

    /** Held by the payment provider for us. */
    static final LedgerAccount PROVIDER_CLEARING = new LedgerAccount("PROVIDER_CLEARING");

    /** Paid by customers for this supply account and not yet in the supplier's books. */
    static LedgerAccount customerAdvance(UUID supplyAccountId) {
        return new LedgerAccount("CUSTOMER_ADVANCE:" + supplyAccountId);
    }

    /** Owed to the supplier, who has credited the customer. */
    static LedgerAccount supplierSettlement(UUID supplierId) {
        return new LedgerAccount("SUPPLIER_SETTLEMENT:" + supplierId);
    }
}
