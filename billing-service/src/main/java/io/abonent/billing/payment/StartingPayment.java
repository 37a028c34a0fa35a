package io.abonent.billing.payment;

import io.abonent.billing.balance.Balance;
import io.abonent.billing.balance.RefreshingBalance;
import io.abonent.billing.link.AccountAccess;
import io.abonent.billing.link.Link;
import io.abonent.billing.quote.Quote;
import io.abonent.billing.quote.QuoteMode;
import io.abonent.billing.quote.Quotes;
import io.abonent.billing.work.WorkQueue;
import io.abonent.platform.outbox.EventPublisher;
import io.abonent.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a payment down together with the work that follows it, before the provider hears of it: whatever dies
 * afterwards, the provider will be asked under the same key.
 */
@Component
class StartingPayment {

    private final Quotes quotes;
    private final Payments payments;
    private final AccountAccess access;
    private final RefreshingBalance balances;
    private final WorkQueue work;
    private final EventPublisher events;
    private final PaymentProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StartingPayment(
            Quotes quotes,
            Payments payments,
            AccountAccess access,
            RefreshingBalance balances,
            WorkQueue work,
            EventPublisher events,
            PaymentProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.quotes = quotes;
        this.payments = payments;
        this.access = access;
        this.balances = balances;
        this.work = work;
        this.events = events;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    sealed interface Begun {

        record Written(Payment payment) implements Begun {}

        record Refused(PaymentRefused why) implements Begun {}
    }

    /** @param requestKey the client's Idempotency-Key: the same request finds the payment it began before a kill */
    Begun begin(CurrentUser user, PaymentRequest request, String requestKey) {
        Optional<Payment> begunBefore = payments.findByRequest(user.userId(), requestKey);
        if (begunBefore.isPresent()) {
            return new Begun.Written(begunBefore.get());
        }
        Optional<Quote> quote = quotes.find(user.userId(), request.quoteId());
        if (quote.isEmpty()) {
            return refused(new PaymentRefused.NotYours());
        }
        // May ask the supplier, so it comes before the transaction; what counts is checked again inside.
        for (Quote.Part part : quote.get().parts()) {
            Optional<PaymentRefused> refusal = stillPayable(user, part);
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
        }
        return Objects.requireNonNull(
                transactions.execute(transaction -> writeDown(user.userId(), request, requestKey)));
    }

    private Optional<PaymentRefused> stillPayable(CurrentUser user, Quote.Part part) {
        Optional<Link> link = access.find(user, part.supplyAccountId());
        if (link.isEmpty()) {
            return Optional.of(new PaymentRefused.NotYours());
        }
        if (part.mode() == QuoteMode.DEBT) {
            balances.current(link.get());
        }
        return Optional.empty();
    }

    private Begun writeDown(UUID userId, PaymentRequest request, String requestKey) {
        Quote quote = quotes.lock(userId, request.quoteId()).orElseThrow();
        Instant now = clock.instant();
        if (quote.paymentId() != null) {
            return refused(new PaymentRefused.QuoteUsed(quote.paymentId()));
        }
        if (quote.expiredAt(now)) {
            return refused(new PaymentRefused.QuoteExpired());
        }
        for (Quote.Part part : quote.parts().stream()
                .sorted(java.util.Comparator.comparing(Quote.Part::supplyAccountId))
                .toList()) {
            payments.lockPayingFor(userId, part.supplyAccountId());
            Optional<PaymentRefused> refusal = checkUnderLock(userId, part, request.duplicateConfirmed());
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
        }
        Payment payment = Payment.of(
                quote, requestKey, request.method(), request.returnUrl(), now, now.plus(properties.expiresAfter()));
        payments.add(payment);
        quotes.used(quote.quoteId(), payment.paymentId);
        work.putIn(FollowingPayment.TASK, payment.paymentId, properties.firstLook());
        events.publish(PaymentEvents.created(payment));
        return new Begun.Written(payment);
    }

    private Optional<PaymentRefused> checkUnderLock(UUID userId, Quote.Part part, boolean duplicateConfirmed) {
        Optional<UUID> twin = payments.openTwin(userId, part.supplyAccountId(), part.amountMinor());
        if (twin.isPresent() && !duplicateConfirmed) {
            return Optional.of(new PaymentRefused.DuplicateSuspected(twin.get()));
        }
        if (part.mode() == QuoteMode.DEBT) {
            long dueNow = balances.known(part.supplyAccountId())
                    .map(Balance::amountDueMinor)
                    .orElse(0L);
            if (dueNow != part.amountMinor()) {
                return Optional.of(new PaymentRefused.QuoteChanged(part.supplyAccountId()));
            }
        }
        return Optional.empty();
    }

    private static Begun refused(PaymentRefused why) {
        return new Begun.Refused(why);
    }
}
