package io.abonent.gateway.home;

import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.AccountService.Links;
import io.abonent.gateway.service.AccountService.Step;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Balance;
import io.abonent.gateway.service.BillingService.Meters;
import io.abonent.gateway.service.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The cabinet's first page; who has not finished the first steps is led to the next one. */
@Controller
class HomeController {

    private final AccountService accounts;
    private final BillingService billing;
    private final SideBySide sideBySide;
    private final Pages pages;

    HomeController(AccountService accounts, BillingService billing, SideBySide sideBySide, Pages pages) {
        this.accounts = accounts;
        this.billing = billing;
        this.sideBySide = sideBySide;
        this.pages = pages;
    }

    @GetMapping("/home")
    ModelAndView home() {
        Asked<AccountService.Onboarding> onboarding = sideBySide.ask(accounts::onboarding);
        Answer<Links> links = Answer.of(accounts::links);
        if (onboarding.answer() instanceof Answer.Given(AccountService.Onboarding(Step step))) {
            switch (step) {
                case SIGN_CONSENT -> {
                    return pages.redirect("/consent");
                }
                case LINK_ACCOUNT -> {
                    // An account that waits for its supplier is not linked yet, but there is something to see.
                    if (shown(links.orNull()).isEmpty()) {
                        return pages.redirect("/accounts/link");
                    }
                }
                case DONE, UNKNOWN -> {}
            }
        }
        return cards("home/home", links);
    }

    /** The part of the page that moves while a supplier is asked. */
    @GetMapping("/home/accounts")
    ModelAndView moving() {
        return Pages.isFragment()
                ? cards("home/home :: accounts", Answer.of(accounts::links))
                : pages.redirect("/home");
    }

    private ModelAndView cards(String view, Answer<Links> links) {
        List<AccountCard> cards = ask(shown(links.orNull()));
        return new ModelAndView(view)
                .addObject("away", !links.isGiven())
                .addObject("cards", cards)
                .addObject("moving", cards.stream().anyMatch(AccountCard::waiting))
                .addObject("total", TotalDue.of(cards).orElse(null));
    }

    private static List<Link> shown(@Nullable Links links) {
        return links == null
                ? List.of()
                : links.items().stream()
                        .filter(link -> link.status() != LinkStatus.UNLINKED)
                        .toList();
    }

    /** Two calls for each account, all at the same time. */
    private List<AccountCard> ask(List<Link> links) {
        List<@Nullable Asked<Balance>> balances = new ArrayList<>();
        List<@Nullable Asked<Meters>> meters = new ArrayList<>();
        for (Link link : links) {
            balances.add(ask(link, billing::balance));
            meters.add(ask(link, billing::meters));
        }
        List<AccountCard> cards = new ArrayList<>();
        for (int index = 0; index < links.size(); index++) {
            cards.add(new AccountCard(links.get(index), given(balances.get(index)), given(meters.get(index))));
        }
        return List.copyOf(cards);
    }

    private <T> @Nullable Asked<T> ask(Link link, Function<UUID, T> call) {
        UUID account = link.supplyAccountId();
        return account == null || !link.active() ? null : sideBySide.ask(() -> call.apply(account));
    }

    private static <T> @Nullable T given(@Nullable Asked<T> asked) {
        return asked == null ? null : asked.answer().orNull();
    }
}
