package io.abonent.billing.payment;

import io.abonent.billing.consent.ConsentGate;
import io.abonent.billing.problem.BillingProblem;
import io.abonent.billing.provider.PaymentProvider.Creation;
import io.abonent.platform.idempotency.Idempotency;
import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentController {

    private final ConsentGate consent;
    private final ReturnUrlRule returnUrls;
    private final StartingPayment starting;
    private final AskingProvider asking;
    private final SettlingPayment settling;
    private final Payments payments;
    private final Idempotency idempotency;

    PaymentController(
            ConsentGate consent,
            ReturnUrlRule returnUrls,
            StartingPayment starting,
            AskingProvider asking,
            SettlingPayment settling,
            Payments payments,
            Idempotency idempotency) {
        this.consent = consent;
        this.returnUrls = returnUrls;
        this.starting = starting;
        this.asking = asking;
        this.settling = settling;
        this.payments = payments;
        this.idempotency = idempotency;
    }

    /** Three steps, each of which may be the last before a kill: written down, asked, answered. */
    @Idempotent
    @PostMapping("/api/v1/payments")
    ResponseEntity<PaymentView> pay(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") String requestKey,
            @Valid @RequestBody PaymentRequest request) {
        if (!returnUrls.allows(request.returnUrl())) {
            throw new ProblemException(BillingProblem.RETURN_URL_NOT_ALLOWED);
        }
        requireConsent(user);
        Payment payment = switch (starting.begin(user, request, requestKey)) {
            case StartingPayment.Begun.Written(Payment written) -> written;
            case StartingPayment.Begun.Refused(PaymentRefused why) -> throw problem(why);
        };
        boolean asked = payment.status != PaymentStatus.CREATED;
        Optional<Creation> creation = asked ? Optional.empty() : asking.order(payment);
        return idempotency.commit(() -> {
            Payment now = creation.isPresent()
                    ? settling.created(payment.paymentId, creation.get())
                    : settling.unanswered(payment.paymentId);
            return ResponseEntity.status(HttpStatus.CREATED).body(PaymentView.of(now));
        });
    }

    @GetMapping("/api/v1/payments/{paymentId}")
    PaymentView payment(CurrentUser user, @PathVariable UUID paymentId) {
        requireConsent(user);
        return payments.find(user.userId(), paymentId)
                .map(PaymentView::of)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @GetMapping("/api/v1/payments")
    PaymentsView payments(
            CurrentUser user,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit) {
        requireConsent(user);
        List<Payment> page = payments.page(user.userId(), cursor, limit + 1);
        List<Payment> shown = page.subList(0, Math.min(limit, page.size()));
        boolean more = page.size() > limit;
        return new PaymentsView(
                shown.stream().map(PaymentView::of).toList(),
                more ? shown.getLast().paymentId.toString() : null);
    }

    private void requireConsent(CurrentUser user) {
        if (!consent.isOpen(user)) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
    }

    private static ProblemException problem(PaymentRefused why) {
        return switch (why) {
            case PaymentRefused.NotYours() -> new ProblemException(PlatformProblem.NOT_FOUND);
            case PaymentRefused.QuoteExpired() -> new ProblemException(BillingProblem.QUOTE_EXPIRED);
            case PaymentRefused.QuoteChanged(UUID account) ->
                new ProblemException(BillingProblem.QUOTE_CHANGED).with("supplyAccountId", account);
            case PaymentRefused.QuoteUsed(UUID payment) ->
                new ProblemException(BillingProblem.QUOTE_USED).with("paymentId", payment);
            case PaymentRefused.DuplicateSuspected(UUID payment) ->
                new ProblemException(BillingProblem.DUPLICATE_SUSPECTED).with("paymentId", payment);
        };
    }
}
