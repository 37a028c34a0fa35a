package io.abonent.billing.payment;

import io.abonent.billing.balance.PendingPayments;
import io.abonent.billing.ledger.JournalTransaction;
import io.abonent.billing.ledger.Ledger;
import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The side tracks of a paid payment, part by part: the suppliers' books and the fiscal receipts. */
@Component
public class PaidParts {

    private final Payments payments;
    private final PendingPayments pending;
    private final Ledger ledger;
    private final EventPublisher events;
    private final Clock clock;

    PaidParts(Payments payments, PendingPayments pending, Ledger ledger, EventPublisher events, Clock clock) {
        this.payments = payments;
        this.pending = pending;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Empty if it is not paid. */
    public Optional<PaidPart> find(UUID partId) {
        return payments.findByPart(partId)
                .filter(payment -> payment.status.isPaid())
                .map(payment -> paidPart(payment, payment.part(partId)));
    }

    @Transactional
    public void sentToSupplier(UUID partId) {
        change(partId, part -> part.supplierStatus = SupplierStatus.SENT);
    }

    /** The supplier credited it. Saying so again changes nothing. */
    @Transactional
    public void acknowledged(UUID partId, String operationId) {
        Payment payment = payments.lockByPart(partId);
        Part part = payment.part(partId);
        if (part.supplierStatus == SupplierStatus.ACKED) {
            return;
        }
        Instant now = clock.instant();
        boolean whole = payment.acknowledged(part, operationId, now);
        payments.save(payment, List.of(part));
        ledger.enter(JournalTransaction.posted(ledgerPart(payment, part), now));
        pending.confirmedBySupplier(partId);
        if (whole) {
            events.publish(PaymentEvents.posted(payment));
        }
    }

    /** For good: the money stays with us as the customer's advance until somebody decides. */
    @Transactional
    public void rejected(UUID partId, String reason) {
        change(partId, part -> {
            part.supplierStatus = SupplierStatus.REJECTED;
            part.supplierReason = reason;
        });
    }

    @Transactional
    public void receiptOrdered(UUID partId, String fiscalUuid) {
        change(partId, part -> part.fiscalUuid = fiscalUuid);
    }

    /** The cash register gave up on this one; the next attempt is a new document. */
    @Transactional
    public void receiptFailed(UUID partId) {
        change(partId, part -> {
            part.fiscalStatus = FiscalStatus.FAILED;
            part.fiscalUuid = null;
            part.fiscalAttempt++;
        });
    }

    @Transactional
    public void receiptRegistered(UUID partId, RegisteredReceipt receipt) {
        Payment payment = payments.lockByPart(partId);
        Part part = payment.part(partId);
        if (part.fiscalStatus == FiscalStatus.REGISTERED) {
            return;
        }
        part.fiscalStatus = FiscalStatus.REGISTERED;
        part.receiptDrive = receipt.drive();
        part.receiptDocument = receipt.document();
        part.receiptSign = receipt.sign();
        part.receiptUrl = receipt.url();
        payments.save(payment, List.of(part));
        events.publish(PaymentEvents.receipt(payment, part, receipt.registeredAt()));
    }

    /**
     * @param drive tag 1041
     * @param document tag 1040
     * @param sign tag 1077
     */
    public record RegisteredReceipt(String drive, long document, String sign, String url, Instant registeredAt) {}

    private void change(UUID partId, Consumer<Part> change) {
        Payment payment = payments.lockByPart(partId);
        Part part = payment.part(partId);
        change.accept(part);
        payments.save(payment, List.of(part));
    }

    static JournalTransaction.Part ledgerPart(Payment payment, Part part) {
        return new JournalTransaction.Part(
                payment.paymentId,
                part.partId,
                part.supplyAccountId,
                part.supplierId,
                part.amountMinor,
                payment.currency);
    }

    static PaidPart paidPart(Payment payment, Part part) {
        return new PaidPart(
                part.partId,
                payment.paymentId,
                part.supplyAccountId,
                part.supplierId,
                part.supplierAccountRef,
                part.amountMinor,
                part.advanceMinor,
                payment.currency,
                Objects.requireNonNull(payment.paidAt),
                part.fiscalStatus,
                part.fiscalAttempt,
                part.fiscalUuid,
                part.supplierStatus);
    }
}
