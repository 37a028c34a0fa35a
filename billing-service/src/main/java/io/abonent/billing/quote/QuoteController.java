package io.abonent.billing.quote;

import io.abonent.billing.consent.ConsentGate;
import io.abonent.billing.problem.BillingProblem;
import io.abonent.platform.idempotency.Idempotency;
import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuoteController {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ConsentGate consent;
    private final QuotingPayment quoting;
    private final Quotes quotes;
    private final Idempotency idempotency;

    QuoteController(ConsentGate consent, QuotingPayment quoting, Quotes quotes, Idempotency idempotency) {
        this.consent = consent;
        this.quoting = quoting;
        this.quotes = quotes;
        this.idempotency = idempotency;
    }

    @Idempotent(exclusive = false)
    @PostMapping("/api/v1/payment-quotes")
    ResponseEntity<QuoteView> quote(CurrentUser user, @Valid @RequestBody QuoteRequest request) {
        checkShape(request);
        if (!consent.isOpen(user)) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
        return switch (quoting.quote(user, request)) {
            case QuotingPayment.Quoted.Made(Quote quote) ->
                idempotency.commit(() -> {
                    quotes.add(quote);
                    return ResponseEntity.status(HttpStatus.CREATED).body(QuoteView.of(quote));
                });
            case QuotingPayment.Quoted.Refused(QuoteRefused why) -> throw problem(why);
        };
    }

    /** For the page that shows it again, and for one that comes back from the provider and looks for its payment. */
    @GetMapping("/api/v1/payment-quotes/{quoteId}")
    QuoteView knownQuote(CurrentUser user, @PathVariable UUID quoteId) {
        if (!consent.isOpen(user)) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
        return quotes.find(user.userId(), quoteId)
                .map(QuoteView::of)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    private static void checkShape(QuoteRequest request) {
        for (QuoteRequest.Part part : request.parts()) {
            if (part.mode() == QuoteMode.DEBT && part.amountMinor() != null) {
                throw new ProblemException(BillingProblem.AMOUNT_NOT_ALLOWED);
            }
            if (part.mode() == QuoteMode.CUSTOM && part.amountMinor() == null) {
                throw new ProblemException(BillingProblem.AMOUNT_REQUIRED);
            }
        }
        long accounts = request.parts().stream()
                .map(QuoteRequest.Part::supplyAccountId)
                .distinct()
                .count();
        if (accounts < request.parts().size()) {
            throw new ProblemException(BillingProblem.ACCOUNT_REPEATED);
        }
    }

    private static ProblemException problem(QuoteRefused why) {
        return switch (why) {
            case QuoteRefused.NotYours() -> new ProblemException(PlatformProblem.NOT_FOUND);
            case QuoteRefused.NothingDue(var account) ->
                new ProblemException(BillingProblem.NOTHING_DUE).with("supplyAccountId", account);
            case QuoteRefused.AmountOutOfRange(var account, long min, long max) ->
                new ProblemException(BillingProblem.AMOUNT_OUT_OF_RANGE, min, max)
                        .with("supplyAccountId", account)
                        .with("minAmountMinor", min)
                        .with("maxAmountMinor", max);
            case QuoteRefused.SupplierNotAccepting(var account) ->
                new ProblemException(BillingProblem.SUPPLIER_NOT_ACCEPTING).with("supplyAccountId", account);
            case QuoteRefused.DebtUnknown(var account) ->
                new ProblemException(BillingProblem.SUPPLIER_UNAVAILABLE)
                        .with("supplyAccountId", account)
                        .retryAfter(SOON);
            case QuoteRefused.CurrencyMixed() -> new ProblemException(BillingProblem.CURRENCY_MIXED);
        };
    }
}
