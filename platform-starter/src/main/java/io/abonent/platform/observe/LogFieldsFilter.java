package io.abonent.platform.observe;

import io.abonent.platform.problem.ProblemWriter;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who asked, as a pseudonym: lines of one user can be put together without naming anybody. */
final class LogFieldsFilter extends OncePerRequestFilter {

    static final String USER = "user";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken)) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(USER, Pseudonym.of(authentication.getName()));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(USER);
        }
    }

    /** Keeps the trace for the ERROR dispatch, which comes when the request's span has ended. */
    static final class TraceKeeper extends OncePerRequestFilter {

        private final @Nullable Tracer tracer;

        TraceKeeper(@Nullable Tracer tracer) {
            this.tracer = tracer;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Span span = tracer == null ? null : tracer.currentSpan();
            if (span != null) {
                request.setAttribute(ProblemWriter.TRACE_ID, span.context().traceId());
            }
            chain.doFilter(request, response);
        }
    }
}
