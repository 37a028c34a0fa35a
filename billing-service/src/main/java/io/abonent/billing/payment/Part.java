package io.abonent.billing.payment;

import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The share of one supply account in a payment; changed through {@link Payment} only. */
final class Part {

    final UUID partId;
    final UUID supplyAccountId;
    final UUID supplierId;
    final String supplierAccountRef;
    long amountMinor;
    long advanceMinor;
    FiscalStatus fiscalStatus = FiscalStatus.NONE;
    int fiscalAttempt = 1;

    @Nullable
    String fiscalUuid;

    @Nullable
    String receiptUrl;

    @Nullable
    String receiptDrive;

    @Nullable
    Long receiptDocument;

    @Nullable
    String receiptSign;

    SupplierStatus supplierStatus = SupplierStatus.NONE;

    @Nullable
    String supplierOperationId;

    @Nullable
    String supplierReason;

    Part(
            UUID partId,
            UUID supplyAccountId,
            UUID supplierId,
            String supplierAccountRef,
            long amountMinor,
            long advanceMinor) {
        this.partId = partId;
        this.supplyAccountId = supplyAccountId;
        this.supplierId = supplierId;
        this.supplierAccountRef = supplierAccountRef;
        this.amountMinor = amountMinor;
        this.advanceMinor = advanceMinor;
    }

    /** Less or more was charged than ordered: what goes above the debt changes with it. */
    void charged(long reallyMinor) {
        long dueMinor = amountMinor - advanceMinor;
        amountMinor = reallyMinor;
        advanceMinor = Math.max(0, reallyMinor - dueMinor);
    }
}
