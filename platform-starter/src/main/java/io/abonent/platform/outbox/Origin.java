package io.abonent.platform.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who and which request causes what is done on this thread. */
final class Origin {

    private static final String SYSTEM = "system";
    private static final String NO_TRACE = "0".repeat(32);
    private final @Nullable Tracer tracer;

    Origin(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** The token's subject; machine clients have theirs with a prefix, a bare one is a user's id. */
    String actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return SYSTEM;
        }
        String subject = authentication.getName();
        return subject.indexOf(':') >= 0 ? subject : "user:" + subject;
    }

    @Nullable
    String traceParent() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        // Also when this trace is not sampled: its id is in the logs of every service it passes.
        TraceContext context = span.context();
        if (context.traceId().length() != NO_TRACE.length() || context.traceId().equals(NO_TRACE)) {
            return null;
        }
        return "00-" + context.traceId() + "-" + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }
}
