package io.abonent.billing.payment;

import io.abonent.billing.balance.PendingPayments;
import io.abonent.billing.ledger.JournalTransaction;
import io.abonent.billing.ledger.Ledger;
import io.abonent.billing.provider.PaymentProvider.Creation;
import io.abonent.billing.provider.PaymentProvider.Lookup;
import io.abonent.billing.provider.PaymentProvider.ProviderPayment;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies the provider's word: state, ledger, debt, follow-up work and event in one transaction, under the row's lock. */
@Component
class SettlingPayment {

    private static final Logger log = LoggerFactory.getLogger(SettlingPayment.class);

    private final Payments payments;
    private final Ledger ledger;
    private final PendingPayments pending;
    private final RefundingPayment refunding;
    private final List<PaymentFollowUp> followUps;
    private final EventPublisher events;
    private final Clock clock;

    SettlingPayment(
            Payments payments,
            Ledger ledger,
            PendingPayments pending,
            RefundingPayment refunding,
            List<PaymentFollowUp> followUps,
            EventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.pending = pending;
        this.refunding = refunding;
        this.followUps = followUps;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Payment created(UUID paymentId, Creation creation) {
        return switch (creation) {
            case Creation.Created(ProviderPayment said) ->
                apply(paymentId, payment -> payment.hear(said, clock.instant()));
            case Creation.Refused(String code) -> {
                log.warn("the provider refused payment {}: {}", paymentId, code);
                yield apply(paymentId, payment -> payment.refusedByProvider(clock.instant()));
            }
        };
    }

    @Transactional
    public Payment looked(UUID paymentId, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(ProviderPayment said) -> apply(paymentId, payment -> payment.hear(said, clock.instant()));
            case Lookup.Missing() -> apply(paymentId, Payment::missingAtProvider);
        };
    }

    @Transactional
    public Payment unanswered(UUID paymentId) {
        return apply(paymentId, Payment::unanswered);
    }

    private Payment apply(UUID paymentId, Function<Payment, Change> word) {
        Payment payment = payments.lock(paymentId);
        switch (word.apply(payment)) {
            case Change.Nothing() -> {}
            case Change.Awaiting() -> payments.save(payment);
            case Change.Failed() -> {
                payments.save(payment);
                events.publish(PaymentEvents.failed(payment));
            }
            case Change.Doubtful(String what) -> {
                payments.save(payment);
                log.error("MISMATCH {} of payment {}: the provider's word cannot be true of it", what, paymentId);
            }
            case Change.Refunded(long minor) -> {
                refunding.moneyWentBack(payment, minor);
                payments.save(payment, payment.parts);
            }
            case Change.Paid(boolean late) -> {
                payments.save(payment, payment.parts);
                moneyCameIn(payment);
                events.publish(PaymentEvents.paid(payment, late));
            }
        }
        return payment;
    }

    private void moneyCameIn(Payment payment) {
        if (payment.mismatch != null) {
            log.error("MISMATCH {} of payment {}: posting what was charged", payment.mismatch, payment.paymentId);
        }
        Instant paidAt = Objects.requireNonNull(payment.paidAt);
        // By account, so that two payments with common accounts cannot wait for each other in a circle.
        List<Part> charged = payment.parts.stream()
                .filter(part -> part.amountMinor > 0)
                .sorted(java.util.Comparator.comparing(part -> part.supplyAccountId))
                .toList();
        for (Part part : charged) {
            ledger.enter(JournalTransaction.paid(PaidParts.ledgerPart(payment, part), paidAt));
            pending.paid(part.partId, part.supplyAccountId, part.amountMinor);
            followUps.forEach(followUp -> followUp.paid(PaidParts.paidPart(payment, part)));
        }
    }
}
