package io.abonent.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A refusal before it is put into words. */
record Problem(ProblemCode code, List<?> arguments, Map<String, Object> members, HttpHeaders headers) {

    static Problem of(ProblemCode code) {
        return new Problem(code, List.of(), Map.of(), new HttpHeaders());
    }

    static Problem of(ProblemException refusal) {
        Problem problem = new Problem(refusal.code(), refusal.arguments(), refusal.extensions(), new HttpHeaders());
        return problem.retryAfter(refusal.retryAfter());
    }

    static Problem invalid(List<Violation> violations) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (!violations.isEmpty()) {
            members.put("violations", violations);
        }
        return new Problem(PlatformProblem.REQUEST_INVALID, List.of(), members, new HttpHeaders());
    }

    static Problem unavailable() {
        return of(PlatformProblem.TEMPORARILY_UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
    }

    Problem retryAfter(@Nullable Duration duration) {
        if (duration != null) {
            // Rounded up: a client that comes back on time must not be early.
            long seconds = Math.max(1, (duration.toMillis() + 999) / 1000);
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return this;
    }

    Problem header(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            headers.set(name, value);
        }
        return this;
    }
}
