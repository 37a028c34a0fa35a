package io.abonent.gateway.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Russian until somebody chooses English. The browser's own preference is not asked: many who read Russian have an English
 * system, and the printed instruction they hold is Russian.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

    static final String COOKIE = "language";
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final List<Locale> KNOWN = List.of(RUSSIAN, Locale.ENGLISH);

    private final PublicAddress address;
    private final PreferenceCookies cookies;

    Languages(PublicAddress address, PreferenceCookies cookies) {
        this.address = address;
        this.cookies = cookies;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, address.cookie(COOKIE));
        return cookie == null ? RUSSIAN : known(cookie.getValue());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        String tag = known(locale == null ? "" : locale.toLanguageTag()).toLanguageTag();
        cookies.set(Objects.requireNonNull(response), COOKIE, tag);
    }

    static Locale known(String tag) {
        return KNOWN.stream()
                .filter(locale -> locale.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(RUSSIAN);
    }
}
