package io.abonent.contracts.billing;

import java.util.UUID;

/** The share of one supply account in a payment. */
public record PaymentPart(
        UUID partId,
        UUID supplyAccountId,
        UUID supplierId,
        long amountMinor,
        FiscalStatus fiscalStatus,
        SupplierStatus supplierStatus) {

    public enum FiscalStatus {
        NONE,
        QUEUED,
        REGISTERED,
        FAILED
    }

    public enum SupplierStatus {
        NONE,
        SENT,
        ACKED,
        REJECTED
    }
}
