package io.abonent.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Language and look, chosen in the frame of any page; the person stays where he was. */
@Controller
class AppearanceController {

    private static final LocalPath FIRST_PAGE = new LocalPath("/");

    private final LocaleResolver languages;
    private final PreferenceCookies cookies;
    private final Pages pages;

    AppearanceController(LocaleResolver languages, PreferenceCookies cookies, Pages pages) {
        this.languages = languages;
        this.cookies = cookies;
        this.pages = pages;
    }

    @PostMapping("/appearance")
    ModelAndView appearance(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null) {
            languages.setLocale(request, response, Locale.forLanguageTag(language));
        }
        if (theme != null) {
            // Anything but a theme takes the choice back.
            String chosen = Theme.named(theme).map(Theme::attribute).orElse(null);
            cookies.set(response, Theme.COOKIE, chosen);
        }
        return pages.redirect(LocalPath.of(back).orElse(FIRST_PAGE));
    }
}
