package io.abonent.gateway.session;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.session.SigningIn.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page where a password is entered, the only place where a session begins. */
@Controller
class SignInController {

    private static final Set<String> REASONS = Set.of("over", "registered", "already", "password");
    private static final int LONGEST_LOGIN = 320;
    private static final int LONGEST_PASSWORD = 256;

    private final SigningIn signingIn;
    private final SigningOut signingOut;
    private final CabinetSessions sessions;
    private final SealedAttributes remembered;
    private final Pages pages;

    SignInController(
            SigningIn signingIn,
            SigningOut signingOut,
            CabinetSessions sessions,
            SealedAttributes remembered,
            Pages pages) {
        this.signingIn = signingIn;
        this.signingOut = signingOut;
        this.sessions = sessions;
        this.remembered = remembered;
        this.pages = pages;
    }

    /** @param why what to say before asking */
    @GetMapping("/sign-in")
    ModelAndView form(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request) {
        LocalPath back = LocalPath.orHome(next);
        if (who != null) {
            return pages.redirect(back);
        }
        return form(
                        back,
                        remembered
                                .get(request, SealedAttributes.LOGIN, String.class)
                                .orElse(""))
                .addObject("why", REASONS.contains(why) ? why : null);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            @AuthenticationPrincipal @Nullable SignedIn before,
            HttpServletRequest request,
            HttpServletResponse response) {
        LocalPath back = LocalPath.orHome(next);
        if (login.isBlank() || password.isEmpty()) {
            return refused(back, login, "EMPTY");
        }
        if (login.length() > LONGEST_LOGIN || password.length() > LONGEST_PASSWORD) {
            return refused(back, "", "BAD_CREDENTIALS");
        }
        return switch (signingIn.signIn(login.strip(), password)) {
            case Outcome.Welcome welcome -> {
                if (before != null) {
                    signingOut.signOut(before.grant());
                }
                remembered.remove(request, SealedAttributes.LOGIN);
                sessions.begin(welcome.who(), request, response);
                yield pages.redirect(back);
            }
            case Outcome.Refused refused -> {
                if (refused.retryAfter() != null) {
                    response.setHeader(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(refused.retryAfter().toSeconds()));
                }
                yield refused(back, login, refused.code()).addObject("retryAfter", refused.retryAfter());
            }
        };
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (who != null) {
            signingOut.signOut(who.grant());
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            sessions.end(request, response);
        }
        return pages.redirect("/");
    }

    private ModelAndView refused(LocalPath back, String login, String code) {
        ModelAndView page = form(back, login);
        page.setStatus(code.equals("TEMPORARILY_UNAVAILABLE") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        return page.addObject("refused", code.toLowerCase(Locale.ROOT));
    }

    private static ModelAndView form(LocalPath back, String login) {
        return new ModelAndView("session/sign-in")
                .addObject("next", back.isHome() ? "" : back.value())
                .addObject("login", login);
    }
}
