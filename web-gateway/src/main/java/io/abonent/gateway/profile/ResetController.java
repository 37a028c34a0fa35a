package io.abonent.gateway.profile;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.ProfileService;
import io.abonent.gateway.service.ProfileService.ByCode;
import io.abonent.gateway.service.ProfileService.ByLink;
import io.abonent.gateway.service.ProfileService.LinkToken;
import io.abonent.gateway.service.ProfileService.Login;
import io.abonent.gateway.service.ProfileService.OpenedLink;
import io.abonent.gateway.service.ProfileService.Reset;
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

/** A forgotten password: who, then the code of the message with the new password, or the link of the letter. */
@Controller
class ResetController {

    private static final int LONGEST_LOGIN = 320;
    private static final int LONGEST_CODE = 16;
    private static final int LONGEST_TOKEN = 128;
    private static final LocalPath CODE = new LocalPath("/reset/code");
    private static final LocalPath SIGN_IN = new LocalPath("/sign-in");

    private final ProfileService passwords;
    private final SealedAttributes attributes;
    private final Pages pages;
    private final Clock clock;

    ResetController(ProfileService passwords, SealedAttributes attributes, Pages pages, Clock clock) {
        this.passwords = passwords;
        this.attributes = attributes;
        this.pages = pages;
        this.clock = clock;
    }

    /** With a token this is the link of a letter: opening it changes nothing. */
    @GetMapping("/reset")
    ModelAndView start(@RequestParam(defaultValue = "") String token) {
        return token.isEmpty() ? who("") : link(token);
    }

    @PostMapping("/reset")
    ModelAndView request(@RequestParam(defaultValue = "") String login, HttpServletRequest request) {
        if (login.isBlank() || login.length() > LONGEST_LOGIN) {
            return who("").addObject("loginCode", "LOGIN_FORMAT_INVALID");
        }
        return switch (Answer.of(() -> passwords.requestReset(new Login(login.strip())))) {
            case Answer.Given<Reset>(Reset reset) -> {
                attributes.put(request, PendingReset.ATTRIBUTE, PendingReset.of(login.strip(), reset));
                yield pages.redirect(CODE);
            }
            case Answer.Refused<Reset>(Refusal refusal) ->
                who(login).addObject(refusal.code().startsWith("LOGIN_") ? "loginRefusal" : "refusal", refusal);
            case Answer.Absent<Reset> absent -> absent(who(login));
        };
    }

    @GetMapping("/reset/code")
    ModelAndView code(HttpServletRequest request) {
        return pending(request).map(this::codePage).orElseGet(() -> pages.redirect("/reset"));
    }

    @PostMapping("/reset/code")
    ModelAndView complete(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Optional<PendingReset> pending = pending(request);
        if (pending.isEmpty()) {
            return pages.redirect("/reset");
        }
        String digits = code.replaceAll("[\\s\\u00a0-]", "");
        if (digits.isEmpty() || digits.length() > LONGEST_CODE) {
            return codePage(pending.get()).addObject("codeMissing", true);
        }
        if (password.isEmpty() || password.length() > ProfileController.LONGEST_PASSWORD) {
            return codePage(pending.get()).addObject("newCode", "PASSWORD_POLICY");
        }
        ByCode completion = new ByCode(digits, password);
        return switch (Answer.of(() -> passwords.complete(pending.get().resetId(), completion))) {
            case Answer.Given<Answer.Done> done -> {
                attributes.remove(request, PendingReset.ATTRIBUTE);
                yield pages.redirect(SIGN_IN, "profile.reset.done");
            }
            case Answer.Refused<Answer.Done>(Refusal refusal) -> refused(codePage(pending.get()), refusal);
            case Answer.Absent<Answer.Done> absent -> absent(codePage(pending.get()));
        };
    }

    @PostMapping("/reset/resend")
    ModelAndView resend(HttpServletRequest request) {
        Optional<PendingReset> pending = pending(request);
        if (pending.isEmpty()) {
            return pages.redirect("/reset");
        }
        return switch (Answer.of(() -> passwords.resend(pending.get().resetId()))) {
            case Answer.Given<Reset>(Reset reset) -> {
                attributes.put(
                        request,
                        PendingReset.ATTRIBUTE,
                        PendingReset.of(pending.get().login(), reset));
                yield pages.redirect(CODE, "profile.reset.sent-again");
            }
            case Answer.Refused<Reset>(Refusal refusal) -> refused(codePage(pending.get()), refusal);
            case Answer.Absent<Reset> absent -> absent(codePage(pending.get()));
        };
    }

    @PostMapping("/reset/link")
    ModelAndView completeByLink(
            @RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String password) {
        if (password.isEmpty() || password.length() > ProfileController.LONGEST_PASSWORD) {
            return link(token).addObject("newCode", "PASSWORD_POLICY");
        }
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return linkPage("", "").addObject("expired", true);
        }
        return switch (Answer.of(() -> passwords.complete(new ByLink(token, password)))) {
            case Answer.Given<Answer.Done> done -> pages.redirect(SIGN_IN, "profile.reset.done");
            case Answer.Refused<Answer.Done>(Refusal refusal) ->
                refusal.code().startsWith("PASSWORD_")
                        ? refused(link(token), refusal)
                        : refused(linkPage("", "").addObject("expired", true), refusal);
            case Answer.Absent<Answer.Done> absent -> absent(link(token));
        };
    }

    /** Before anybody types a password, so that it is not typed for nothing. */
    private ModelAndView link(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return linkPage("", "").addObject("expired", true);
        }
        return switch (Answer.of(() -> passwords.open(new LinkToken(token)))) {
            case Answer.Given<OpenedLink>(OpenedLink opened) -> linkPage(token, opened.target());
            case Answer.Refused<OpenedLink>(Refusal refusal) ->
                linkPage("", "").addObject("expired", true).addObject("refusal", refusal);
            case Answer.Absent<OpenedLink> absent -> absent(linkPage(token, ""));
        };
    }

    private Optional<PendingReset> pending(HttpServletRequest request) {
        return attributes.get(request, PendingReset.ATTRIBUTE, PendingReset.class);
    }

    private static ModelAndView who(String login) {
        return new ModelAndView("profile/reset").addObject("login", login);
    }

    private ModelAndView codePage(PendingReset pending) {
        Duration wait = Duration.between(clock.instant(), pending.resendAvailableAt());
        return new ModelAndView("profile/reset-code")
                .addObject("pending", pending)
                .addObject("wait", wait.isPositive() ? wait : null);
    }

    private static ModelAndView linkPage(String token, String target) {
        return new ModelAndView("profile/reset-link").addObject("token", token).addObject("target", target);
    }

    private static ModelAndView refused(ModelAndView page, Refusal refusal) {
        return page.addObject(refusal.code().startsWith("PASSWORD_") ? "newRefusal" : "refusal", refusal);
    }

    private static ModelAndView absent(ModelAndView page) {
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page.addObject("absent", true);
    }
}
