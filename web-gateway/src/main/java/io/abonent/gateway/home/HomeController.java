package io.abonent.gateway.home;

import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Step;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.SideBySide;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The cabinet's first page; who has not finished the first steps is led to the next one. */
@Controller
class HomeController {

    private final AccountService accounts;
    private final SideBySide sideBySide;
    private final Pages pages;

    HomeController(AccountService accounts, SideBySide sideBySide, Pages pages) {
        this.accounts = accounts;
        this.sideBySide = sideBySide;
        this.pages = pages;
    }

    @GetMapping("/home")
    ModelAndView home() {
        Asked<AccountService.Onboarding> onboarding = sideBySide.ask(accounts::onboarding);
        Asked<AccountService.Links> links = sideBySide.ask(accounts::links);
        if (onboarding.answer() instanceof Answer.Given(AccountService.Onboarding(Step step))) {
            switch (step) {
                case SIGN_CONSENT -> {
                    return pages.redirect("/consent");
                }
                case LINK_ACCOUNT -> {
                    return pages.redirect("/accounts/link");
                }
                case DONE, UNKNOWN -> {}
            }
        }
        return new ModelAndView("home/home").addObject("links", links.answer());
    }
}
