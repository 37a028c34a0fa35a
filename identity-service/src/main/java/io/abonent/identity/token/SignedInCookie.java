package io.abonent.identity.token;

import io.abonent.identity.secret.SealedBox;
import io.abonent.identity.secret.SecretKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Carries a fresh sign-in from the hosted page back to the authorization request it was made for, and to no other. So
 * the page needs no HTTP session, and any replica can go on.
 */
@Component
public class SignedInCookie {

    private static final String NAME = "abonent_signed_in";
    private static final String PATH = "/oauth2/authorize";
    private static final int PARTS = 4;
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final SealedBox box;
    private final SecretKey queries;
    private final boolean secure;
    private final Clock clock;

    SignedInCookie(KeysProperties keys, IssuerProperties issuer, Clock clock) {
        this.box = new SealedBox(keys.key().forUse("signed-in-cookie"));
        this.queries = keys.key().forUse("signed-in-cookie-query");
        this.secure = issuer.issuer().startsWith("https:");
        this.clock = clock;
    }

    /**
     * @param passwordGeneration of the password that was entered
     * @param query of the authorization request
     */
    public String header(UUID userId, int passwordGeneration, String query) {
        Instant now = clock.instant();
        String content = userId + " " + now.getEpochSecond() + " " + passwordGeneration + " " + fingerprint(query);
        return ResponseCookie.from(NAME, box.sealText(content))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path(PATH)
                .maxAge(LIFETIME)
                .build()
                .toString();
    }

    Optional<SignedInUser> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null
                ? Optional.empty()
                : box.openText(cookie.getValue()).flatMap(content -> read(content, request));
    }

    private Optional<SignedInUser> read(String content, HttpServletRequest request) {
        String[] parts = content.split(" ", -1);
        if (parts.length != PARTS) {
            // From before an update of this service.
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        boolean fresh = clock.instant().isBefore(at.plus(LIFETIME));
        boolean sameRequest = parts[PARTS - 1].equals(fingerprint(request.getQueryString()));
        return fresh && sameRequest
                ? Optional.of(new SignedInUser(UUID.fromString(parts[0]), at, Integer.parseInt(parts[2])))
                : Optional.empty();
    }

    private String fingerprint(@Nullable String query) {
        return HexFormat.of().formatHex(queries.hmac(String.valueOf(query)));
    }
}
