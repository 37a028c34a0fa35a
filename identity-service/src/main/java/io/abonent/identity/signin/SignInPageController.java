package io.abonent.identity.signin;

import io.abonent.identity.token.SignedInCookie;
import io.abonent.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The hosted sign-in page of the code flow. It goes back to an authorization request of this server, nowhere else. */
@Controller
class SignInPageController {

    private static final String AUTHORIZE = "/oauth2/authorize?";
    private static final int LONGEST_REQUEST = 4096;

    private final SigningIn signingIn;
    private final SignedInCookie cookie;

    SignInPageController(SigningIn signingIn, SignedInCookie cookie) {
        this.signingIn = signingIn;
        this.cookie = cookie;
    }

    @GetMapping("/sign-in")
    ModelAndView open(@RequestParam(name = "continue", defaultValue = "") String back) {
        return isOurs(back) ? page(back, HttpStatus.OK) : lost();
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(name = "continue", defaultValue = "") String back,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!isOurs(back)) {
            return lost();
        }
        return switch (signingIn.signIn(username, password, ClientAddress.of(request.getRemoteAddr()))) {
            case SignInOutcome.SignedIn signedIn -> {
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        cookie.header(
                                signedIn.userId(), signedIn.passwordGeneration(), back.substring(AUTHORIZE.length())));
                yield new ModelAndView("redirect:" + back);
            }
            case SignInOutcome.Refused refused -> refused(refused, back);
        };
    }

    private static ModelAndView refused(SignInOutcome.Refused refused, String back) {
        return switch (refused) {
            case SignInOutcome.BadCredentials e ->
                page(back, HttpStatus.FORBIDDEN).addObject("refused", "BAD_CREDENTIALS");
            case SignInOutcome.Blocked e -> page(back, HttpStatus.FORBIDDEN).addObject("refused", "USER_BLOCKED");
            case SignInOutcome.Locked e ->
                page(back, HttpStatus.TOO_MANY_REQUESTS).addObject("refused", "USER_LOCKED");
            case SignInOutcome.TooMany e ->
                page(back, HttpStatus.TOO_MANY_REQUESTS).addObject("refused", "RATE_LIMITED");
            case SignInOutcome.Busy e ->
                page(back, HttpStatus.SERVICE_UNAVAILABLE).addObject("refused", "TEMPORARILY_UNAVAILABLE");
        };
    }

    private static boolean isOurs(String back) {
        return back.startsWith(AUTHORIZE)
                && back.length() <= LONGEST_REQUEST
                && back.chars().allMatch(point -> point > ' ' && point < '{');
    }

    /** Nobody gets here by a link of ours. */
    private static ModelAndView lost() {
        ModelAndView page = new ModelAndView("confirm", HttpStatus.BAD_REQUEST);
        return page.addObject("view", "expired");
    }

    private static ModelAndView page(String back, HttpStatus status) {
        ModelAndView page = new ModelAndView("sign-in", status);
        return page.addObject("back", back).addObject("refused", null);
    }
}
