package io.abonent.platform.security;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Reads {@code POST /api/v1/registrations/**}; a typing error must not open anything, so it fails the start. */
public final class PublicPaths {

    private final List<Line> lines;

    PublicPaths(List<String> lines) {
        this.lines = lines.stream().map(PublicPaths::line).toList();
    }

    RequestMatcher[] matchers() {
        return lines.stream()
                .map(line -> {
                    HttpMethod method = line.method();
                    String path = line.path().getPatternString();
                    return method == null
                            ? PathPatternRequestMatcher.pathPattern(path)
                            : PathPatternRequestMatcher.pathPattern(method, path);
                })
                .toArray(RequestMatcher[]::new);
    }

    /** @param path may be a template: {@code /api/v1/registrations/{id}} */
    public boolean contains(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        return lines.stream()
                .anyMatch(line -> line.path().matches(container)
                        && (line.method() == null || line.method().matches(method)));
    }

    private static Line line(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        String path = parts[parts.length - 1];
        if (parts.length > 2 || !path.startsWith("/") || path.equals("/**") || path.equals("/api/**")) {
            throw new IllegalArgumentException("abonent.security.public-paths: not a METHOD /path: " + text);
        }
        return new Line(
                parts.length == 1 ? null : method(parts[0], text), PathPatternParser.defaultInstance.parse(path));
    }

    private static HttpMethod method(String name, String text) {
        for (HttpMethod method : HttpMethod.values()) {
            if (method.name().equals(name.toUpperCase(Locale.ROOT))) {
                return method;
            }
        }
        throw new IllegalArgumentException("abonent.security.public-paths: no such method: " + text);
    }

    private record Line(@Nullable HttpMethod method, PathPattern path) {}
}
