package io.abonent.gateway.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** Light or dark by choice; without one, what the system prefers. */
enum Theme {
    LIGHT,
    DARK;

    /** See {@link PublicAddress#cookie}. */
    static final String COOKIE = "theme";

    static Optional<Theme> named(@Nullable String name) {
        for (Theme theme : values()) {
            if (theme.attribute().equals(name)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }

    /** @return the attribute's value; null without a choice */
    static @Nullable String of(HttpServletRequest request, PublicAddress address) {
        Cookie chosen = WebUtils.getCookie(request, address.cookie(COOKIE));
        return chosen == null
                ? null
                : named(chosen.getValue()).map(Theme::attribute).orElse(null);
    }

    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
