package io.abonent.gateway.account;

import io.abonent.gateway.page.BarChart;
import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.page.Written;
import io.abonent.gateway.payment.PaymentEntry;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Balance;
import io.abonent.gateway.service.BillingService.Meters;
import io.abonent.gateway.service.BillingService.Payments;
import io.abonent.gateway.service.SideBySide;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Everything about one account: the amount and the next action first, each part from its own answer. */
@Controller
class AccountController {

    private static final int ENOUGH_PAYMENTS = 50;
    private static final int LAST = 5;

    private final AccountService accounts;
    private final BillingService billing;
    private final SideBySide sideBySide;
    private final Written written;
    private final MessageSource messages;
    private final Pages pages;
    private final Clock clock;

    AccountController(
            AccountService accounts,
            BillingService billing,
            SideBySide sideBySide,
            Written written,
            MessageSource messages,
            Pages pages,
            Clock clock) {
        this.accounts = accounts;
        this.billing = billing;
        this.sideBySide = sideBySide;
        this.written = written;
        this.messages = messages;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/accounts/{linkId}")
    ModelAndView account(@PathVariable UUID linkId) {
        Asked<Payments> payments = sideBySide.ask(() -> billing.payments(null, ENOUGH_PAYMENTS));
        Link link = accounts.link(linkId);
        UUID account = link.supplyAccountId();
        if (account == null || !link.active()) {
            return new ModelAndView("account/waiting").addObject("link", link);
        }
        Asked<Balance> balance = sideBySide.ask(() -> billing.balance(account));
        Asked<Meters> meters = sideBySide.ask(() -> billing.meters(account));
        ModelAndView page = new ModelAndView("account/account")
                .addObject("link", link)
                .addObject("balance", balance.answer())
                .addObject("meters", meters.answer())
                .addObject("payments", payments.answer());
        return paid(page, link, account, payments.answer().orNull());
    }

    /** The part that moves while the supplier is asked about the account. */
    @GetMapping("/accounts/{linkId}/waiting")
    ModelAndView waiting(@PathVariable UUID linkId) {
        if (!Pages.isFragment()) {
            return pages.redirect("/accounts/" + linkId);
        }
        Link link = accounts.link(linkId);
        // Once it is linked there is another page to see.
        return link.active()
                ? pages.redirect(new LocalPath("/accounts/" + linkId), "link.linked")
                : new ModelAndView("account/waiting :: state").addObject("link", link);
    }

    private ModelAndView paid(ModelAndView page, Link link, UUID account, @Nullable Payments payments) {
        if (payments == null) {
            return page.addObject("entries", List.of());
        }
        List<PaymentEntry> entries = PaymentEntry.of(link, payments.items(), clock.instant());
        String currency =
                entries.isEmpty() ? "RUB" : entries.getFirst().payment().currency();
        BarChart chart = PaidByMonth.chart(
                messages.getMessage("account.chart", null, LocaleContextHolder.getLocale()),
                account,
                currency,
                payments.items(),
                written);
        return page.addObject("entries", entries.subList(0, Math.min(LAST, entries.size())))
                .addObject("chart", chart.isEmpty() ? null : chart);
    }
}
