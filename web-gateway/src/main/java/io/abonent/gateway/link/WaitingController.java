package io.abonent.gateway.link;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.AccountService.Link;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A supplier that does not answer: what happens now, and that nobody has to stay. The page moves by itself. */
@Controller
class WaitingController {

    private final AccountService accounts;
    private final Pages pages;

    WaitingController(AccountService accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/accounts/link/waiting/{linkId}")
    ModelAndView waiting(@PathVariable UUID linkId) {
        Link link = accounts.link(linkId);
        return switch (link.status()) {
            case ACTIVE -> pages.redirect(new LocalPath("/home"), "link.linked");
            case PENDING_SUPPLIER, REJECTED, TIMED_OUT, UNLINKED, UNKNOWN ->
                new ModelAndView(Pages.isFragment() ? "link/waiting :: state" : "link/waiting").addObject("link", link);
        };
    }
}
