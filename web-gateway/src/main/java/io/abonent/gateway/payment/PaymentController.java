package io.abonent.gateway.payment;

import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.Links;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Payment;
import io.abonent.gateway.service.BillingService.Payments;
import io.abonent.gateway.service.BillingService.Quote;
import io.abonent.gateway.service.SideBySide;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What becomes of a payment, and what was paid before. */
@Controller
class PaymentController {

    private static final int PAGE = 20;

    private final AccountService accounts;
    private final BillingService billing;
    private final SideBySide sideBySide;
    private final Pages pages;
    private final Clock clock;

    PaymentController(
            AccountService accounts, BillingService billing, SideBySide sideBySide, Pages pages, Clock clock) {
        this.accounts = accounts;
        this.billing = billing;
        this.sideBySide = sideBySide;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/payments")
    ModelAndView history(@RequestParam(required = false) @Nullable UUID cursor) {
        Asked<Links> links = sideBySide.ask(accounts::links);
        String from = cursor == null ? null : cursor.toString();
        Answer<Payments> payments = Answer.of(() -> billing.payments(from, PAGE));
        Map<UUID, Link> byAccount = byAccount(links.answer());
        Payments given = payments.orNull();
        return new ModelAndView("payment/history")
                .addObject("away", given == null)
                .addObject(
                        "entries",
                        given == null
                                ? List.of()
                                : given.items().stream()
                                        .map(payment -> entry(payment, byAccount))
                                        .toList())
                .addObject("next", given == null ? null : given.nextCursor())
                .addObject("first", cursor == null);
    }

    @GetMapping("/payments/{paymentId}")
    ModelAndView payment(@PathVariable UUID paymentId) {
        return follow("payment/payment", paymentId);
    }

    /** The part of the page that moves. */
    @GetMapping("/payments/{paymentId}/state")
    ModelAndView state(@PathVariable UUID paymentId) {
        if (!Pages.isFragment()) {
            return pages.redirect("/payments/" + paymentId);
        }
        return follow("payment/payment :: state", paymentId);
    }

    /** Where the provider sends people back to: it is told before there is a payment, so it names the quote. */
    @GetMapping("/payments/return/{quoteId}")
    ModelAndView back(@PathVariable UUID quoteId) {
        Quote quote = billing.quote(quoteId);
        return pages.redirect(quote.paymentId() == null ? "/payments" : "/payments/" + quote.paymentId());
    }

    private ModelAndView follow(String view, UUID paymentId) {
        Asked<Links> links = sideBySide.ask(accounts::links);
        Payment payment = billing.payment(paymentId);
        return new ModelAndView(view).addObject("entry", entry(payment, byAccount(links.answer())));
    }

    private PaymentEntry entry(Payment payment, Map<UUID, Link> byAccount) {
        Link link = payment.parts().stream()
                .map(part -> byAccount.get(part.supplyAccountId()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new PaymentEntry(payment, PaymentProgress.of(payment, clock.instant()), link);
    }

    private static Map<UUID, Link> byAccount(Answer<Links> links) {
        Links given = links.orNull();
        return given == null
                ? Map.of()
                : given.items().stream()
                        .filter(link -> link.supplyAccountId() != null)
                        .collect(Collectors.toMap(
                                link -> Objects.requireNonNull(link.supplyAccountId()),
                                Function.identity(),
                                (one, other) -> one));
    }
}
