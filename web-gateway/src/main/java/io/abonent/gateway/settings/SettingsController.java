package io.abonent.gateway.settings;

import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.ServiceRefused;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the settings: the accounts, and the ways to everything else. */
@Controller
class SettingsController {

    private final AccountService accounts;

    SettingsController(AccountService accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/settings")
    ModelAndView settings() {
        ModelAndView page = new ModelAndView("settings/settings");
        try {
            Answer<AccountService.Links> links = Answer.of(accounts::links);
            return page.addObject("links", links.isGiven() ? shown(links) : null);
        } catch (ServiceRefused consentMissing) {
            // Devices, profile and consents can be reached all the same.
            return page.addObject("links", List.of()).addObject("consentMissing", true);
        }
    }

    private static List<Link> shown(Answer<AccountService.Links> links) {
        AccountService.Links given = links.orNull();
        return given == null
                ? List.of()
                : given.items().stream()
                        .filter(link -> link.status() != LinkStatus.UNLINKED)
                        .toList();
    }
}
