package io.abonent.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A place of the cabinet to go to. Nothing else is ever redirected to: what a request proposes either is such a path or is
 * not followed (F-83). Browsers read {@code //host}, {@code /\host} and a tab between the slashes as another host.
 */
public record LocalPath(String value) {

    private static final int LONGEST = 500;
    private static final Pattern PLAIN = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~%!$&'()*+,;=:@?-]*");
    private static final Pattern LEADS_NOWHERE = Pattern.compile("/(sign-in|sign-out|error|appearance)([/?].*)?");
    private static final LocalPath HOME = new LocalPath("/home");

    public LocalPath {
        if (!plain(value)) {
            throw new IllegalArgumentException("not a path of ours");
        }
    }

    public static Optional<LocalPath> of(@Nullable String proposed) {
        return proposed != null && plain(proposed) ? Optional.of(new LocalPath(proposed)) : Optional.empty();
    }

    /** Home for everything that is not a page to come back to. */
    public static LocalPath orHome(@Nullable String proposed) {
        return of(proposed)
                .filter(path -> !LEADS_NOWHERE.matcher(path.value).matches() && !path.value.equals("/"))
                .orElse(HOME);
    }

    /** The page a request came from: itself if it only reads, else the page with the form. */
    public static LocalPath before(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null) {
            String query = request.getQueryString();
            return orHome(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
        }
        return orHome(referrer(request));
    }

    public static LocalPath signIn(LocalPath back, String why) {
        String next = back.isHome() ? "" : "next=" + URLEncoder.encode(back.value, StandardCharsets.UTF_8);
        String reason = why.isEmpty() ? "" : "why=" + why;
        String query = next.isEmpty() || reason.isEmpty() ? next + reason : reason + "&" + next;
        return new LocalPath(query.isEmpty() ? "/sign-in" : "/sign-in?" + query);
    }

    public boolean isHome() {
        return equals(HOME);
    }

    private static @Nullable String referrer(HttpServletRequest request) {
        String referrer = request.getHeader(HttpHeaders.REFERER);
        if (referrer == null) {
            return null;
        }
        try {
            // Only path and query are used, so it does not matter which host it claims.
            URI uri = new URI(referrer);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean plain(String path) {
        return path.length() <= LONGEST && PLAIN.matcher(path).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
