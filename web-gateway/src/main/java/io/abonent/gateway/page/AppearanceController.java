package io.abonent.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Language and look, chosen in the frame of any page; the person stays where he was. */
@Controller
class AppearanceController {

    private static final Duration KEPT = Duration.ofDays(365);

    private final LocaleResolver languages;

    AppearanceController(LocaleResolver languages) {
        this.languages = languages;
    }

    @PostMapping("/appearance")
    String appearance(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null) {
            languages.setLocale(request, response, Locale.of(language.equals("en") ? "en" : "ru"));
        }
        if (theme != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(theme).toString());
        }
        return "redirect:" + LocalPath.orHome(back);
    }

    /** Anything but a theme takes the choice back. */
    private static ResponseCookie cookie(String theme) {
        boolean chosen = Theme.named(theme).isPresent();
        return ResponseCookie.from(Theme.COOKIE, chosen ? theme : "")
                .maxAge(chosen ? KEPT : Duration.ZERO)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }
}
