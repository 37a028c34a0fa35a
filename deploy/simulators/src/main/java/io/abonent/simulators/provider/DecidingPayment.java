package io.abonent.simulators.provider;

import io.abonent.simulators.Timer;
import io.abonent.simulators.provider.Notifications.Notification;
import io.abonent.simulators.provider.ProviderPayment.Cancellation;
import io.abonent.simulators.provider.ProviderPayment.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings a payment to its end, whoever decides: the payer on the page, a checker, or time. */
@Component
class DecidingPayment {

    private static final long EXTRA_MINOR = 1_00;
    private static final Cancellation DECLINED = new Cancellation("payment_network", "insufficient_funds");
    private static final Cancellation CANCELLED = new Cancellation("merchant", "canceled_by_merchant");
    private static final Cancellation EXPIRED = new Cancellation("yoo_money", "expired_on_confirmation");

    private final PaymentBook book;
    private final Notifications notifications;
    private final Clock clock;

    DecidingPayment(PaymentBook book, Notifications notifications, Timer timer, Clock clock) {
        this.book = book;
        this.notifications = notifications;
        this.clock = clock;
        timer.every(Duration.ofSeconds(1), this::expireOverdue);
    }

    /** What came of the wish: the payment as it is now, and whether the wish could be granted. */
    record Decision(ProviderPayment payment, boolean granted) {}

    Decision decide(ProviderPayment payment, Outcome outcome) {
        ProviderPayment before = current(payment);
        ProviderPayment after = book.change(before, state -> apply(state, outcome));
        boolean changed = !after.equals(before);
        List<Notification> news = news(before, after, outcome, changed);
        if (!news.isEmpty()) {
            notifications.send(after, news);
        }
        return new Decision(after, changed || isWhatWasWanted(after, outcome));
    }

    /** The house captures what it holds. */
    ProviderPayment capture(ProviderPayment payment) {
        return decide(payment, Outcome.SUCCEEDED).payment();
    }

    /** The payment with its time limit applied. */
    ProviderPayment current(ProviderPayment payment) {
        if (!payment.isExpiredAt(clock.instant())) {
            return payment;
        }
        ProviderPayment expired =
                book.change(payment, state -> state.isOpen() ? state.canceled(EXPIRED, false) : state);
        notifications.send(expired, List.of(notifications.about(expired)));
        return expired;
    }

    private void expireOverdue() {
        book.expired(clock.instant()).forEach(this::current);
    }

    private ProviderPayment apply(ProviderPayment state, Outcome outcome) {
        if (outcome == Outcome.REFUNDED) {
            return state.status() == Status.SUCCEEDED ? state.refunded() : state;
        }
        if (!state.isOpen()) {
            return state;
        }
        Instant now = clock.instant();
        long ordered = state.amountMinor();
        return switch (outcome) {
            case SUCCEEDED, DUPLICATE_NOTIFICATIONS, REORDERED_NOTIFICATIONS ->
                state.capture() || state.status() == Status.WAITING_FOR_CAPTURE
                        ? state.succeeded(now, ordered, false)
                        : state.waitingForCapture();
            case WAITING_FOR_CAPTURE -> state.waitingForCapture();
            case OTHER_AMOUNT -> state.succeeded(now, ordered + EXTRA_MINOR, false);
            case SILENT_SUCCESS -> state.succeeded(now, ordered, true);
            case DECLINED -> state.canceled(DECLINED, false);
            case SILENT_DECLINE -> state.canceled(DECLINED, true);
            case CANCELLED -> state.canceled(CANCELLED, false);
            case EXPIRED -> state.canceled(EXPIRED, false);
            case FORGED_NOTIFICATION, REFUNDED -> state;
        };
    }

    private List<Notification> news(ProviderPayment before, ProviderPayment after, Outcome outcome, boolean changed) {
        if (outcome == Outcome.FORGED_NOTIFICATION) {
            return List.of(notifications.about(before.succeeded(clock.instant(), before.amountMinor(), true)));
        }
        boolean repeatable = outcome == Outcome.DUPLICATE_NOTIFICATIONS || outcome == Outcome.REORDERED_NOTIFICATIONS;
        if (!repeatable && (after.silent() || !changed)) {
            return List.of();
        }
        Notification now = notifications.about(after);
        return switch (outcome) {
            case DUPLICATE_NOTIFICATIONS -> List.of(now, now, now);
            case REORDERED_NOTIFICATIONS -> List.of(now, notifications.about(before.waitingForCapture()), now);
            case SUCCEEDED,
                    WAITING_FOR_CAPTURE,
                    DECLINED,
                    CANCELLED,
                    EXPIRED,
                    SILENT_SUCCESS,
                    SILENT_DECLINE,
                    OTHER_AMOUNT,
                    FORGED_NOTIFICATION,
                    REFUNDED -> List.of(now);
        };
    }

    private static boolean isWhatWasWanted(ProviderPayment payment, Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED, SILENT_SUCCESS, DUPLICATE_NOTIFICATIONS, REORDERED_NOTIFICATIONS ->
                payment.status() == Status.SUCCEEDED;
            case OTHER_AMOUNT -> payment.chargedMinor() != payment.amountMinor();
            case WAITING_FOR_CAPTURE -> payment.status() == Status.WAITING_FOR_CAPTURE;
            case DECLINED, SILENT_DECLINE -> DECLINED.equals(payment.cancellation());
            case CANCELLED -> CANCELLED.equals(payment.cancellation());
            case EXPIRED -> EXPIRED.equals(payment.cancellation());
            case FORGED_NOTIFICATION -> true;
            case REFUNDED -> payment.refundedMinor() > 0;
        };
    }
}
