package io.abonent.consent.signing;

import io.abonent.consent.evidence.Signer;
import io.abonent.consent.user.KnownUsers;
import io.abonent.platform.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads from a request what points to the person. */
@Component
class SignerReader {
    private static final int USER_AGENT_MAX = 512;
    private static final int LOCALE_MAX = 35;

    private final KnownUsers users;

    SignerReader(KnownUsers users) {
        this.users = users;
    }

    Signer of(CurrentUser user, HttpServletRequest request) {
        return new Signer(
                user.userId(),
                user.authenticatedAt(),
                user.sessionId(),
                user.clientId(),
                request.getRemoteAddr(),
                printable(request.getHeader(HttpHeaders.USER_AGENT), USER_AGENT_MAX),
                locale(request),
                users.loginMasked(user.userId()).orElse(null));
    }

    private static String locale(HttpServletRequest request) {
        Locale first = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.of("ru") : request.getLocale();
        String tag = first.toLanguageTag();
        return tag.length() <= LOCALE_MAX ? tag : "und";
    }

    /** Cut and without control characters and broken surrogates: what is hashed must survive storing and export. */
    private static @Nullable String printable(@Nullable String value, int length) {
        if (value == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder();
        value.codePoints()
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE)
                .limit(length)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
