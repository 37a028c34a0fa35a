package io.abonent.gateway.registration;

import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.IdentityService;
import io.abonent.gateway.service.IdentityService.NewRegistration;
import io.abonent.gateway.service.IdentityService.Registration;
import io.abonent.gateway.service.Refusal;
import io.abonent.gateway.session.SealedAttributes;
import io.abonent.gateway.session.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first form: a number or an address, and a password. */
@Controller
class RegistrationController {

    private static final int LONGEST_LOGIN = 320;
    private static final int LONGEST_PASSWORD = 256;

    private final IdentityService identity;
    private final SealedAttributes attributes;
    private final Pages pages;

    RegistrationController(IdentityService identity, SealedAttributes attributes, Pages pages) {
        this.identity = identity;
        this.attributes = attributes;
        this.pages = pages;
    }

    @GetMapping("/register")
    ModelAndView form(@AuthenticationPrincipal @Nullable SignedIn who) {
        return who == null ? form("") : pages.redirect("/home");
    }

    @PostMapping("/register")
    ModelAndView register(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        if (login.isBlank() || login.length() > LONGEST_LOGIN) {
            return form(login.isBlank() ? "" : login.substring(0, LONGEST_LOGIN))
                    .addObject("loginError", "LOGIN_FORMAT_INVALID");
        }
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            return form(login).addObject("passwordError", "PASSWORD_POLICY");
        }
        return switch (Answer.of(() -> identity.register(new NewRegistration(login.strip(), password)))) {
            case Answer.Given<Registration>(Registration registration) -> {
                PendingRegistration pending = PendingRegistration.of(login.strip(), registration);
                attributes.put(request, PendingRegistration.ATTRIBUTE, pending);
                attributes.put(request, SealedAttributes.LOGIN, pending.login());
                yield pages.redirect("/register/code");
            }
            case Answer.Refused<Registration>(Refusal refusal) -> refused(login, refusal);
            case Answer.Absent<Registration> absent -> {
                ModelAndView page = form(login).addObject("absent", true);
                page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
                yield page;
            }
        };
    }

    private static ModelAndView refused(String login, Refusal refusal) {
        ModelAndView page = form(login);
        if (refusal.code().startsWith("LOGIN_")) {
            return page.addObject("loginRefusal", refusal);
        }
        return refusal.code().startsWith("PASSWORD_")
                ? page.addObject("passwordRefusal", refusal)
                : page.addObject("refusal", refusal);
    }

    private static ModelAndView form(String login) {
        return new ModelAndView("registration/register").addObject("login", login);
    }
}
