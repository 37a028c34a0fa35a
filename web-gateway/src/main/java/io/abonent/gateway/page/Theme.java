package io.abonent.gateway.page;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
