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
import io.abonent.gateway.service.BillingService.Overview;
import io.abonent.gateway.service.SideBySide;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The cabinet's first page; who has not finished the first steps is led to the next one. */
@Controller
class HomeController {

    private final AccountService accounts;
    private final BillingService billing;
    private final AccountCards cards;
    private final SideBySide sideBySide;
    private final Pages pages;

    HomeController(
            AccountService accounts, BillingService billing, AccountCards cards, SideBySide sideBySide, Pages pages) {
        this.accounts = accounts;
        this.billing = billing;
        this.cards = cards;
        this.sideBySide = sideBySide;
        this.pages = pages;
    }

    @GetMapping("/home")
    ModelAndView home() {
        Asked<AccountService.Onboarding> onboarding = sideBySide.ask(accounts::onboarding);
        Asked<Overview> overview = sideBySide.ask(billing::overview);
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
        return view("home/home", links, overview);
    }

    /** The part of the page that moves while a supplier is asked. */
    @GetMapping("/home/accounts")
    ModelAndView moving() {
        if (!Pages.isFragment()) {
            return pages.redirect("/home");
        }
        Asked<Overview> overview = sideBySide.ask(billing::overview);
        return view("home/home :: accounts", Answer.of(accounts::links), overview);
    }

    private ModelAndView view(String view, Answer<Links> links, Asked<Overview> overview) {
        List<AccountCard> shown = cards.of(shown(links.orNull()), overview);
        return new ModelAndView(view)
                .addObject("away", !links.isGiven())
                .addObject("cards", shown)
                .addObject("moving", shown.stream().anyMatch(AccountCard::waiting))
                .addObject("total", TotalDue.of(shown).orElse(null));
    }

    private static List<Link> shown(@Nullable Links links) {
        return links == null
                ? List.of()
                : links.items().stream()
                        .filter(link -> link.status() != LinkStatus.UNLINKED)
                        .toList();
    }
}
