package io.abonent.gateway.registration;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.IdentityService;
import io.abonent.gateway.service.IdentityService.Code;
import io.abonent.gateway.service.IdentityService.Confirmed;
import io.abonent.gateway.service.IdentityService.LinkToken;
import io.abonent.gateway.service.IdentityService.Registration;
import io.abonent.gateway.service.Refusal;
import io.abonent.gateway.session.SealedAttributes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The code of a message, or the link of a letter: opening the link changes nothing, its button does (F-85). */
@Controller
class ConfirmationController {

    private static final int LONGEST_CODE = 16;
    private static final int LONGEST_TOKEN = 128;
    private static final LocalPath CODE = new LocalPath("/register/code");

    private final IdentityService identity;
    private final SealedAttributes attributes;
    private final Pages pages;
    private final Clock clock;

    ConfirmationController(IdentityService identity, SealedAttributes attributes, Pages pages, Clock clock) {
        this.identity = identity;
        this.attributes = attributes;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/register/code")
    ModelAndView code(HttpServletRequest request) {
        return pending(request).map(this::page).orElseGet(() -> pages.redirect("/register"));
    }

    @PostMapping("/register/code")
    ModelAndView confirm(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Optional<PendingRegistration> pending = pending(request);
        if (pending.isEmpty()) {
            return pages.redirect("/register");
        }
        String digits = code.replaceAll("[\\s\\u00a0-]", "");
        if (digits.isEmpty() || digits.length() > LONGEST_CODE) {
            return page(pending.get()).addObject("codeMissing", true);
        }
        return switch (Answer.of(() -> identity.confirm(pending.get().registrationId(), new Code(digits)))) {
            case Answer.Given<Confirmed> confirmed -> {
                attributes.remove(request, PendingRegistration.ATTRIBUTE);
                yield pages.redirect("/sign-in?why=registered");
            }
            case Answer.Refused<Confirmed>(Refusal refusal) ->
                refusal.is("ALREADY_CONFIRMED")
                        ? pages.redirect("/sign-in?why=already")
                        : page(pending.get()).addObject("refusal", refusal);
            case Answer.Absent<Confirmed> absent -> absent(page(pending.get()));
        };
    }

    @PostMapping("/register/resend")
    ModelAndView resend(HttpServletRequest request) {
        Optional<PendingRegistration> pending = pending(request);
        if (pending.isEmpty()) {
            return pages.redirect("/register");
        }
        return switch (Answer.of(() -> identity.resend(pending.get().registrationId()))) {
            case Answer.Given<Registration>(Registration registration) -> {
                attributes.put(
                        request,
                        PendingRegistration.ATTRIBUTE,
                        PendingRegistration.of(pending.get().login(), registration));
                yield pages.redirect(CODE, "registration.sent-again");
            }
            case Answer.Refused<Registration>(Refusal refusal) ->
                refusal.is("ALREADY_CONFIRMED")
                        ? pages.redirect("/sign-in?why=already")
                        : page(pending.get()).addObject("refusal", refusal);
            case Answer.Absent<Registration> absent -> absent(page(pending.get()));
        };
    }

    @GetMapping("/confirm")
    ModelAndView link(@RequestParam(defaultValue = "") String token) {
        return confirmPage(token.isEmpty() || token.length() > LONGEST_TOKEN ? "expired" : "ask", token);
    }

    @PostMapping("/confirm")
    ModelAndView confirmByLink(@RequestParam(defaultValue = "") String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return confirmPage("expired", "");
        }
        return switch (Answer.of(() -> identity.confirmByLink(new LinkToken(token)))) {
            case Answer.Given<Confirmed> confirmed -> pages.redirect("/sign-in?why=registered");
            case Answer.Refused<Confirmed>(Refusal refusal) ->
                switch (refusal.code()) {
                    case "ALREADY_CONFIRMED" -> pages.redirect("/sign-in?why=already");
                    case "LINK_EXPIRED" -> confirmPage("expired", "");
                    default -> confirmPage("ask", token).addObject("refusal", refusal);
                };
            case Answer.Absent<Confirmed> absent -> absent(confirmPage("ask", token));
        };
    }

    private Optional<PendingRegistration> pending(HttpServletRequest request) {
        return attributes.get(request, PendingRegistration.ATTRIBUTE, PendingRegistration.class);
    }

    private ModelAndView page(PendingRegistration pending) {
        Duration wait = Duration.between(clock.instant(), pending.resendAvailableAt());
        return new ModelAndView("registration/code")
                .addObject("pending", pending)
                .addObject("wait", wait.isPositive() ? wait : null)
                .addObject("expired", clock.instant().isAfter(pending.expiresAt()));
    }

    private static ModelAndView confirmPage(String view, String token) {
        ModelAndView page = new ModelAndView("registration/confirm");
        return page.addObject("view", view).addObject("token", token);
    }

    private static ModelAndView absent(ModelAndView page) {
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page.addObject("absent", true);
    }
}
