package io.abonent.billing.payment;

import com.github.kagkarlsson.scheduler.task.Task;
import io.abonent.billing.provider.PaymentProvider;
import io.abonent.billing.provider.PaymentProvider.Creation;
import io.abonent.billing.work.Backoff;
import io.abonent.billing.work.Next;
import io.abonent.billing.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Asks the provider about every payment that is not decided, for as long as it takes: after a kill, a lost answer, a lost
 * notification. When the payment's time is up it asks for its cancellation; only the provider's word ends it.
 */
@Component
class FollowingPayment {

    static final String TASK = "payment-follow";
    private static final Logger log = LoggerFactory.getLogger(FollowingPayment.class);

    private final Payments payments;
    private final PaymentProvider provider;
    private final AskingProvider asking;
    private final SettlingPayment settling;
    private final PaymentProperties properties;
    private final Clock clock;

    FollowingPayment(
            Payments payments,
            PaymentProvider provider,
            AskingProvider asking,
            SettlingPayment settling,
            PaymentProperties properties,
            Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.asking = asking;
        this.settling = settling;
        this.properties = properties;
        this.clock = clock;
    }

    Next look(UUID paymentId) {
        Payment before = payments.find(paymentId).orElseThrow();
        if (before.status.isPaid() && before.providerPaymentId != null) {
            // A notice after the end: the money may have gone back. One look is enough, another notice brings another.
            settling.looked(paymentId, provider.find(before.providerPaymentId));
            return Next.done();
        }
        Payment after = ask(before);
        if (after.status.isOpen() && after.providerPaymentId != null && timeIsUp(after)) {
            after = settling.looked(paymentId, provider.cancel(after.providerPaymentId, paymentId));
        }
        boolean amountInDoubt = after.suspectedMinor != null && !after.status.isPaid();
        return after.status.isOpen() || amountInDoubt ? Next.again(nextLook(after)) : Next.done();
    }

    private Payment ask(Payment payment) {
        if (payment.providerPaymentId != null) {
            return settling.looked(payment.paymentId, provider.find(payment.providerPaymentId));
        }
        if (!payment.status.isOpen()) {
            return payment;
        }
        if (clock.instant().isAfter(payment.createdAt.plus(properties.keyLivesFor()))) {
            // The provider has forgotten the key by now: asking again could make a second payment.
            log.error("UNRESOLVED payment {}: the provider never answered, reconcile it by hand", payment.paymentId);
            return payment;
        }
        Optional<Creation> creation = asking.order(payment);
        return creation.isPresent()
                ? settling.created(payment.paymentId, creation.get())
                : settling.unanswered(payment.paymentId);
    }

    private boolean timeIsUp(Payment payment) {
        return !clock.instant().isBefore(payment.expiresAt);
    }

    /** The older, the rarer, with jitter. */
    private Instant nextLook(Payment payment) {
        Instant now = clock.instant();
        long age = Duration.between(payment.createdAt, now).toMillis();
        long pause = Math.clamp(
                age / 8,
                properties.shortestPause().toMillis(),
                properties.longestPause().toMillis());
        Instant regular = now.plusMillis(pause + ThreadLocalRandom.current().nextLong(pause / 4 + 1));
        boolean expiresFirst = payment.expiresAt.isAfter(now) && payment.expiresAt.isBefore(regular);
        return expiresFirst ? payment.expiresAt : regular;
    }

    @Bean
    Task<Void> paymentFollowTask() {
        Backoff backoff = new Backoff(properties.shortestPause(), properties.longestPause());
        return Work.named(TASK, backoff, clock, this::look);
    }
}
