package io.abonent.gateway.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service said instead of doing it: its problem detail (RFC 9457).
 *
 * @param code stable; {@code UNKNOWN} if the answer was no problem detail
 * @param title localized by the service, as is detail
 * @param retryAfter when it is worth trying again
 * @param members further members of the problem: {@code attemptsLeft}, {@code hint}, {@code example}, {@code linkId} …
 */
public record Refusal(
        Service service,
        int status,
        String code,
        @Nullable String title,
        @Nullable String detail,
        List<Violation> violations,
        @Nullable Duration retryAfter,
        Map<String, Object> members) {

    public static final String CONSENT_REQUIRED = "CONSENT_REQUIRED";
    public static final String NOT_FOUND = "NOT_FOUND";

    /** @param pointer JSON Pointer into the request's body */
    public record Violation(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String code,
            String message) {}

    public boolean is(String other) {
        return code.equals(other);
    }

    /** Of a further member, for example {@code hint}. */
    public @Nullable String text(String member) {
        Object value = members.get(member);
        return value == null ? null : value.toString();
    }

    /** Nobody should be asked the same again before the cause is known: the caller is told what to do with his form. */
    public boolean stillRunning() {
        return is("IDEMPOTENCY_RUNNING");
    }
}
