package io.abonent.gateway.settings;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.IdentityService;
import io.abonent.gateway.service.SessionOver;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one is signed in; to sign out there, or everywhere. */
@Controller
class DevicesController {

    private final IdentityService identity;
    private final Pages pages;

    DevicesController(IdentityService identity, Pages pages) {
        this.identity = identity;
        this.pages = pages;
    }

    @GetMapping("/settings/sessions")
    ModelAndView devices() {
        return new ModelAndView("settings/devices")
                .addObject("sessions", identity.sessions().items());
    }

    @PostMapping("/settings/sessions/{sessionId}/end")
    ModelAndView end(@PathVariable UUID sessionId) {
        identity.endSession(sessionId);
        return pages.redirect(new LocalPath("/settings/sessions"), "settings.devices.ended");
    }

    /** Here too: whoever presses this does not trust any of them, and proves it by signing in anew. */
    @PostMapping("/settings/sessions/end-all")
    ModelAndView endAll() {
        identity.signOutEverywhere();
        throw new SessionOver("signed out everywhere");
    }
}
