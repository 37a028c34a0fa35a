package io.abonent.billing.payment;

import io.abonent.billing.balance.PendingPayments;
import io.abonent.billing.ledger.JournalTransaction;
import io.abonent.billing.ledger.Ledger;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money of a paid payment went back, by us or by the customer's bank: new transactions in the journal, never an edit. What
 * the supplier has been told, or may have been, is between us and the supplier from then on.
 */
@Component
class RefundingPayment {

    private static final Logger log = LoggerFactory.getLogger(RefundingPayment.class);

    private final Ledger ledger;
    private final PendingPayments pending;
    private final Clock clock;

    RefundingPayment(Ledger ledger, PendingPayments pending, Clock clock) {
        this.ledger = ledger;
        this.pending = pending;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void moneyWentBack(Payment payment, long minor) {
        Instant now = clock.instant();
        boolean whole = minor == payment.totalMinor;
        long[] shares = Allocation.proportional(
                minor,
                payment.parts.stream().mapToLong(part -> part.amountMinor).toArray());
        for (int index = 0; index < shares.length; index++) {
            Part part = payment.parts.get(index);
            if (shares[index] == 0) {
                continue;
            }
            boolean untold = whole && part.supplierStatus == SupplierStatus.NONE;
            boolean held = part.supplierStatus == SupplierStatus.REJECTED;
            JournalTransaction.Part share = new JournalTransaction.Part(
                    payment.paymentId,
                    part.partId,
                    part.supplyAccountId,
                    part.supplierId,
                    shares[index],
                    payment.currency);
            // The provider names no operation here; what went back in total makes each of them its own.
            String reference = part.partId + "/" + payment.refundedMinor;
            ledger.enter(JournalTransaction.refunded(share, reference, !untold && !held, now));
            if (untold) {
                part.supplierStatus = SupplierStatus.REJECTED;
                part.supplierReason = "REFUNDED";
            }
            if (whole && (untold || held)) {
                pending.wentBack(part.partId, part.supplyAccountId);
            }
        }
        log.warn("REFUNDED {} of payment {}: settle posted parts with the supplier", minor, payment.paymentId);
    }
}
