package io.abonent.platform.security;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Reads {@code POST /api/v1/registrations/**}; a typing error must not open anything, so it fails the start. */
final class PublicPaths {

    private PublicPaths() {}

    static RequestMatcher[] matchers(List<String> lines) {
        return lines.stream().map(PublicPaths::matcher).toArray(RequestMatcher[]::new);
    }

    static RequestMatcher matcher(String line) {
        String[] parts = line.strip().split("\\s+", -1);
        String path = parts[parts.length - 1];
        if (parts.length > 2 || !path.startsWith("/") || path.equals("/**") || path.equals("/api/**")) {
            throw new IllegalArgumentException("abonent.security.public-paths: not a METHOD /path: " + line);
        }
        if (parts.length == 1) {
            return PathPatternRequestMatcher.pathPattern(path);
        }
        return PathPatternRequestMatcher.pathPattern(method(parts[0], line), path);
    }

    private static HttpMethod method(String name, String line) {
        for (HttpMethod method : HttpMethod.values()) {
            if (method.name().equals(name.toUpperCase(Locale.ROOT))) {
                return method;
            }
        }
        throw new IllegalArgumentException("abonent.security.public-paths: no such method: " + line);
    }
}
