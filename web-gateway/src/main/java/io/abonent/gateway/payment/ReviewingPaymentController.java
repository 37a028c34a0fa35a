package io.abonent.gateway.payment;

import io.abonent.gateway.page.ContentSecurityPolicy;
import io.abonent.gateway.page.FormKeys;
import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.page.PublicAddress;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Payment;
import io.abonent.gateway.service.BillingService.PaymentMethod;
import io.abonent.gateway.service.BillingService.PaymentRequest;
import io.abonent.gateway.service.BillingService.Quote;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.Refusal;
import io.abonent.gateway.service.SideBySide;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second question of paying: is that right, and by card or by SBP. Then the provider's page. */
@Controller
class ReviewingPaymentController {

    private final AccountService accounts;
    private final BillingService billing;
    private final SideBySide sideBySide;
    private final PublicAddress address;
    private final ContentSecurityPolicy policy;
    private final FormKeys keys;
    private final Pages pages;
    private final Clock clock;

    ReviewingPaymentController(
            AccountService accounts,
            BillingService billing,
            SideBySide sideBySide,
            PublicAddress address,
            ContentSecurityPolicy policy,
            FormKeys keys,
            Pages pages,
            Clock clock) {
        this.accounts = accounts;
        this.billing = billing;
        this.sideBySide = sideBySide;
        this.address = address;
        this.policy = policy;
        this.keys = keys;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/accounts/{linkId}/pay/{quoteId}")
    ModelAndView review(@PathVariable UUID linkId, @PathVariable UUID quoteId) {
        Asked<Link> link = sideBySide.ask(() -> accounts.link(linkId));
        Quote quote = billing.quote(quoteId);
        if (quote.paymentId() != null) {
            return pages.redirect("/payments/" + quote.paymentId());
        }
        return page(linkId, link.answer().orNull(), quote, PaymentMethod.SBP, keys.fresh());
    }

    /** @param again "yes, a second time", after {@code DUPLICATE_SUSPECTED} */
    @PostMapping("/accounts/{linkId}/pay/{quoteId}")
    ModelAndView pay(
            @PathVariable UUID linkId,
            @PathVariable UUID quoteId,
            @RequestParam IdempotencyKey key,
            @RequestParam PaymentMethod method,
            @RequestParam(defaultValue = "false") boolean again) {
        String back = address.url(new LocalPath("/payments/return/" + quoteId));
        PaymentRequest request = new PaymentRequest(quoteId, method, back, again ? true : null);
        return switch (Answer.of(() -> billing.pay(key, request))) {
            case Answer.Given(Payment payment) -> onwards(payment);
            case Answer.Refused(Refusal refusal) -> refused(linkId, quoteId, method, refusal);
            case Answer.Absent<Payment> away ->
                // With the same key the second try is the same payment, so nobody pays twice.
                page(linkId, quoteId, method, key.value())
                        .addObject("absent", away.outcomeUnknown() ? "unknown" : "away");
        };
    }

    /** To the provider if its page is one we know; otherwise the payment's own page has a link to follow. */
    private ModelAndView onwards(Payment payment) {
        String page = PaymentProgress.web(payment.confirmationUrl());
        return page != null && policy.leadsTo(URI.create(page))
                ? pages.leave(page)
                : pages.redirect("/payments/" + payment.paymentId());
    }

    private ModelAndView refused(UUID linkId, UUID quoteId, PaymentMethod method, Refusal refusal) {
        Optional<UUID> other = payment(refusal);
        if (refusal.is("QUOTE_USED") && other.isPresent()) {
            return pages.redirect("/payments/" + other.get());
        }
        return page(linkId, quoteId, method, keys.fresh())
                .addObject("refusal", refusal)
                .addObject("other", other.orElse(null));
    }

    private static Optional<UUID> payment(Refusal refusal) {
        return Optional.ofNullable(refusal.text("paymentId"))
                .filter(text -> text.matches("[0-9a-fA-F-]{36}"))
                .map(UUID::fromString);
    }

    private ModelAndView page(UUID linkId, UUID quoteId, PaymentMethod method, String key) {
        Asked<Link> link = sideBySide.ask(() -> accounts.link(linkId));
        Answer<Quote> quote = Answer.of(() -> billing.quote(quoteId));
        return page(linkId, link.answer().orNull(), quote.orNull(), method, key);
    }

    private ModelAndView page(
            UUID linkId, @Nullable Link link, @Nullable Quote quote, PaymentMethod method, String key) {
        return new ModelAndView("payment/review")
                .addObject("linkId", linkId)
                .addObject("link", link)
                .addObject("quote", quote)
                .addObject("expired", quote != null && !clock.instant().isBefore(quote.expiresAt()))
                .addObject("method", method)
                .addObject("key", key);
    }
}
