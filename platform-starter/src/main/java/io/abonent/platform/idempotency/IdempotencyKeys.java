package io.abonent.platform.idempotency;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.web.RequestBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/** Reads the header and says which call it names (I1-I4). */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";
    /** Bare, as most clients send it, or as the quoted string of the draft. */
    private static final Pattern KEY = Pattern.compile("(\"?)([A-Za-z0-9._:-]{8,128})\\1");

    private IdempotencyKeys() {}

    static Optional<IdempotentCall> call(HttpServletRequest request, boolean required) {
        List<String> values = Collections.list(request.getHeaders(HEADER));
        if (values.isEmpty()) {
            if (required) {
                throw new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_REQUIRED);
            }
            return Optional.empty();
        }
        var key = KEY.matcher(values.getFirst());
        if (values.size() > 1 || !key.matches()) {
            throw new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_INVALID);
        }
        return Optional.of(new IdempotentCall(principal(), route(request), key.group(2), fingerprint(request)));
    }

    private static byte[] fingerprint(HttpServletRequest request) {
        String query = request.getQueryString();
        String target = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return IdempotentCall.fingerprint(target, RequestBodies.raw(request));
    }

    private static String principal() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null ? "" : user.getName();
    }

    /** The template, not the path: another object with the same key is another body, not another key. */
    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod() + " " + (pattern == null ? request.getRequestURI() : pattern);
    }
}
