package io.abonent.identity.registration;

import io.abonent.identity.verification.Guess;
import io.abonent.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the link of a letter opens. Opening it changes nothing, however often mail scanners do it (F-85): the person
 * presses a button. It works without scripts.
 */
@Controller
class ConfirmationPageController {

    private static final int LONGEST_TOKEN = 128;

    private final Confirming confirming;

    ConfirmationPageController(Confirming confirming) {
        this.confirming = confirming;
    }

    @GetMapping("/confirm")
    ModelAndView open(@RequestParam(defaultValue = "") String token) {
        return switch (token.length() > LONGEST_TOKEN ? new Guess.Unknown() : confirming.look(token)) {
            case Guess.Right right -> page("ask").addObject("token", token);
            case Guess.Refused refused -> refused(refused);
        };
    }

    @PostMapping("/confirm")
    ModelAndView confirm(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return switch (confirming.byLink(token, ClientAddress.of(request.getRemoteAddr()))) {
            case Confirmation.Confirmed confirmed -> page("confirmed");
            case Confirmation.Refused refused -> refused(refused.reason());
            case Confirmation.TooMany tooMany -> page("later", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private static ModelAndView refused(Guess.Refused refused) {
        return switch (refused) {
            case Guess.AlreadyConfirmed e -> page("already");
            case Guess.Wrong e -> page("expired", HttpStatus.GONE);
            case Guess.Exhausted e -> page("expired", HttpStatus.GONE);
            case Guess.Expired e -> page("expired", HttpStatus.GONE);
            case Guess.Superseded e -> page("expired", HttpStatus.GONE);
            case Guess.Unknown e -> page("expired", HttpStatus.GONE);
        };
    }

    private static ModelAndView page(String view) {
        return page(view, HttpStatus.OK);
    }

    private static ModelAndView page(String view, HttpStatus status) {
        ModelAndView page = new ModelAndView("confirm", status);
        return page.addObject("view", view);
    }
}
