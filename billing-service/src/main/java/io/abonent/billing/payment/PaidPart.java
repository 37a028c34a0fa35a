package io.abonent.billing.payment;

import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the steps after a payment need to know of one part.
 *
 * @param advanceMinor how much of the amount is above the debt
 * @param fiscalAttempt counts receipts the cash register gave up on
 */
public record PaidPart(
        UUID partId,
        UUID paymentId,
        UUID supplyAccountId,
        UUID supplierId,
        String supplierAccountRef,
        long amountMinor,
        long advanceMinor,
        String currency,
        Instant paidAt,
        FiscalStatus fiscalStatus,
        int fiscalAttempt,
        @Nullable String fiscalUuid,
        SupplierStatus supplierStatus) {

    @Override
    public String toString() {
        return "PaidPart[" + partId + " of payment " + paymentId + "]";
    }
}
