package io.abonent.gateway.home;

import io.abonent.gateway.page.Pages;
import io.abonent.gateway.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What strangers see. */
@Controller
class LandingController {

    private final Pages pages;

    LandingController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    ModelAndView landing(@AuthenticationPrincipal @Nullable SignedIn who) {
        return who == null ? new ModelAndView("home/landing") : pages.redirect("/home");
    }
}
