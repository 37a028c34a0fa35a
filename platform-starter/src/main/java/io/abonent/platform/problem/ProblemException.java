package io.abonent.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem detail (RFC 9457). Thrown by controllers only: below them a refusal is a value. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private transient @Nullable Duration retryAfter;

    /** @param arguments of the localised detail */
    public ProblemException(ProblemCode code, Object... arguments) {
        super(code.name(), null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Adds a member beside {@code code} and {@code traceId}, e.g. {@code attemptsLeft}. */
    public ProblemException with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    public ProblemException retryAfter(Duration duration) {
        this.retryAfter = duration;
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
