package io.abonent.gateway.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** What a browser is to remember for a year; none of it says who somebody is. */
@Component
class PreferenceCookies {

    private static final Duration KEPT = Duration.ofDays(365);

    private final PublicAddress address;

    PreferenceCookies(PublicAddress address) {
        this.address = address;
    }

    /** @param value absent takes the cookie back */
    void set(HttpServletResponse response, String name, @Nullable String value) {
        ResponseCookie cookie = ResponseCookie.from(address.cookie(name), value == null ? "" : value)
                .maxAge(value == null ? Duration.ZERO : KEPT)
                .path("/")
                .secure(address.secure())
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
