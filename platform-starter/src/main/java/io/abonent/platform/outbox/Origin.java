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
        if (span == null || span.isNoop()) {
            return null;
        }
        TraceContext context = span.context();
        if (context.traceId().isEmpty() || context.spanId().isEmpty()) {
            return null;
        }
        return "00-" + context.traceId() + "-" + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }
}
