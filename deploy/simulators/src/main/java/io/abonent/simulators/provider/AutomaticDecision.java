package io.abonent.simulators.provider;

import io.abonent.simulators.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides every new payment by itself if asked to: for loads, where no payer sits in front of the page. */
@Component
class AutomaticDecision {

    private final DecidingPayment deciding;
    private final Notifications notifications;
    private final Timer timer;
    private volatile @Nullable Policy policy;

    AutomaticDecision(DecidingPayment deciding, Notifications notifications, Timer timer) {
        this.deciding = deciding;
        this.notifications = notifications;
        this.timer = timer;
    }

    /** @param after zero: decided, and the house told, before it has the answer to its order (F-37) */
    record Policy(Outcome outcome, Duration after) {}

    void set(@Nullable Policy next) {
        policy = next;
    }

    @Nullable
    Policy get() {
        return policy;
    }

    ProviderPayment created(ProviderPayment payment) {
        Policy now = policy;
        if (now == null) {
            return payment;
        }
        if (!now.after().isZero()) {
            timer.after(now.after(), () -> deciding.decide(payment, now.outcome()));
            return payment;
        }
        ProviderPayment decided = deciding.decide(payment, now.outcome()).payment();
        if (!decided.silent()) {
            notifications.sendNow(decided);
        }
        // The answer still shows the order as it was taken: the news has overtaken it.
        return payment;
    }
}
