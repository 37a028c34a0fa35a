package io.abonent.gateway.payment;

import io.abonent.gateway.page.FormKeys;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.payment.TypedAmount.Amount;
import io.abonent.gateway.payment.TypedAmount.Unreadable;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Balance;
import io.abonent.gateway.service.BillingService.Payments;
import io.abonent.gateway.service.BillingService.Quote;
import io.abonent.gateway.service.BillingService.QuoteMode;
import io.abonent.gateway.service.BillingService.QuoteRequest;
import io.abonent.gateway.service.BillingService.WantedPart;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.SideBySide;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first question of paying: how much. What is due, or an amount of one's own. */
@Controller
class ChoosingAmountController {

    private static final int ENOUGH_PAYMENTS = 50;

    private final AccountService accounts;
    private final BillingService billing;
    private final SideBySide sideBySide;
    private final FormKeys keys;
    private final Pages pages;

    ChoosingAmountController(
            AccountService accounts, BillingService billing, SideBySide sideBySide, FormKeys keys, Pages pages) {
        this.accounts = accounts;
        this.billing = billing;
        this.sideBySide = sideBySide;
        this.keys = keys;
        this.pages = pages;
    }

    /** As it was typed, to be shown again with what was wrong. */
    record Choice(@Nullable String choice, @Nullable String amount) {

        public boolean own() {
            return "own".equals(choice);
        }
    }

    @GetMapping("/accounts/{linkId}/pay")
    ModelAndView choose(
            @PathVariable UUID linkId,
            @RequestParam(required = false) @Nullable String choice,
            @RequestParam(required = false) @Nullable String amount) {
        Link link = accounts.link(linkId);
        UUID account = link.supplyAccountId();
        if (account == null) {
            return pages.redirect("/accounts/" + linkId);
        }
        return question(link, Answer.of(() -> billing.balance(account)), new Choice(choice, amount), keys.fresh());
    }

    /** @param confirmed the amount that the person has said is meant, in kopecks */
    @PostMapping("/accounts/{linkId}/pay")
    ModelAndView chosen(
            @PathVariable UUID linkId,
            @RequestParam IdempotencyKey key,
            @RequestParam(required = false) @Nullable String choice,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(required = false) @Nullable Long confirmed) {
        Link link = accounts.link(linkId);
        UUID account = link.supplyAccountId();
        if (account == null) {
            return pages.redirect("/accounts/" + linkId);
        }
        Choice chosen = new Choice(choice, amount);
        if (!chosen.own()) {
            return quote(link, new WantedPart(account, QuoteMode.DEBT, null), chosen, key);
        }
        return switch (TypedAmount.of(amount)) {
            case Unreadable(TypedAmount.Why why) -> {
                ModelAndView again = question(link, Answer.of(() -> billing.balance(account)), chosen, keys.fresh());
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again.addObject("amountError", why.name());
            }
            case Amount(long minor) -> {
                ModelAndView doubt = doubt(link, account, minor, confirmed);
                yield doubt != null
                        ? doubt
                        : quote(link, new WantedPart(account, QuoteMode.CUSTOM, minor), chosen, key);
            }
        };
    }

    /** A comma in the wrong place costs a month's wage: far more than usual is asked about once. */
    private @Nullable ModelAndView doubt(Link link, UUID account, long minor, @Nullable Long confirmed) {
        if (confirmed != null && confirmed == minor) {
            return null;
        }
        Asked<Balance> balance = sideBySide.ask(() -> billing.balance(account));
        Asked<Payments> payments = sideBySide.ask(() -> billing.payments(null, ENOUGH_PAYMENTS));
        Balance known = balance.answer().orNull();
        Payments past = payments.answer().orNull();
        UsualAmount usual = UsualAmount.of(
                account, known == null ? 0 : known.amountDueMinor(), past == null ? List.of() : past.items());
        if (!usual.farBelow(minor)) {
            return null;
        }
        return new ModelAndView("payment/unusual")
                .addObject("link", link)
                .addObject("minor", minor)
                .addObject("usual", usual.minor())
                .addObject("meant", usual.perhapsMeant(minor).orElse(0))
                .addObject("currency", known == null ? "RUB" : known.currency())
                .addObject("key", keys.fresh());
    }

    private ModelAndView quote(Link link, WantedPart part, Choice chosen, IdempotencyKey key) {
        Answer<Quote> answer = Answer.of(() -> billing.quote(key, new QuoteRequest(List.of(part))));
        return switch (answer) {
            case Answer.Given(Quote quote) -> pages.redirect("/accounts/" + link.linkId() + "/pay/" + quote.quoteId());
            case Answer.Refused(var refusal) ->
                question(link, Answer.of(() -> billing.balance(part.supplyAccountId())), chosen, keys.fresh())
                        .addObject("refusal", refusal);
            case Answer.Absent<Quote> away ->
                // The same key: if it was computed after all, the second try finds it.
                question(link, new Answer.Absent<>(away.service(), false), chosen, key.value())
                        .addObject("absent", true);
        };
    }

    private ModelAndView question(Link link, Answer<Balance> balance, Choice chosen, String key) {
        return new ModelAndView("payment/choose")
                .addObject("link", link)
                .addObject("balance", balance.orNull())
                .addObject("chosen", chosen)
                .addObject("key", key);
    }
}
