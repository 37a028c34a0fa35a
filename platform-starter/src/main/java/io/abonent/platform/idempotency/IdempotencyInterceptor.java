package io.abonent.platform.idempotency;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Before the handler: replay, refuse, or let it run. After it: give a lease back that ended in a refusal. */
final class IdempotencyInterceptor implements HandlerInterceptor, HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyInterceptor.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(5);

    private final IdempotencyRows rows;
    private final IdempotencyProperties properties;
    private final IdempotencyMetrics metrics;

    IdempotencyInterceptor(IdempotencyRows rows, IdempotencyProperties properties, IdempotencyMetrics metrics) {
        this.rows = rows;
        this.properties = properties;
        this.metrics = metrics;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Idempotent idempotent = idempotent(handler);
        if (idempotent == null || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Optional<IdempotentCall> call = IdempotencyKeys.call(request, idempotent.required());
        if (call.isEmpty()) {
            return true;
        }
        return idempotent.exclusive() ? lease(call.get(), request, response) : attempt(call.get(), request, response);
    }

    private boolean lease(IdempotentCall call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Claim.Lease lease = new Claim.Lease(call, UUID.randomUUID());
        if (rows.begin(lease, properties.lease())) {
            request.setAttribute(TransactionalIdempotency.CLAIM, lease);
            return true;
        }
        // Gone in between: the other one was refused and gave the key back. The client's retry will find it free.
        IdempotencyRows.Found found = rows.find(call)
                .orElseThrow(() -> new ProblemException(PlatformProblem.IDEMPOTENCY_RUNNING).retryAfter(SOON));
        repeat(call, found, response);
        return false;
    }

    private boolean attempt(IdempotentCall call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<IdempotencyRows.Found> found = rows.find(call).filter(row -> !row.isAbandoned());
        if (found.isPresent()) {
            repeat(call, found.get(), response);
            return false;
        }
        request.setAttribute(TransactionalIdempotency.CLAIM, new Claim.Attempt(call));
        return true;
    }

    private void repeat(IdempotentCall call, IdempotencyRows.Found found, HttpServletResponse response)
            throws IOException {
        if (!call.sameRequest(found.fingerprint())) {
            metrics.conflict();
            throw new ProblemException(PlatformProblem.IDEMPOTENCY_CONFLICT);
        }
        StoredAnswer answer = found.answer();
        if (answer == null) {
            metrics.running();
            Duration wait = found.remaining().compareTo(LATEST) < 0 ? found.remaining() : LATEST;
            throw new ProblemException(PlatformProblem.IDEMPOTENCY_RUNNING)
                    .retryAfter(wait.compareTo(SOON) > 0 && wait.compareTo(LATEST) < 0 ? wait : SOON);
        }
        metrics.replayed();
        Replay.write(answer, response);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        giveBack(request);
    }

    /** A refusal is written before the request completes, and a client may come back with the same key at once. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        giveBack(request);
        if (!(failure instanceof AnsweredMeanwhile meanwhile)) {
            return null;
        }
        metrics.replayed();
        try {
            Replay.write(meanwhile.answer(), response);
        } catch (IOException gone) {
            LOG.debug("Nobody heard the answer of another one", gone);
        }
        return new ModelAndView();
    }

    private void giveBack(HttpServletRequest request) {
        if (request.getAttribute(TransactionalIdempotency.CLAIM) instanceof Claim.Lease lease) {
            request.removeAttribute(TransactionalIdempotency.CLAIM);
            try {
                // Finished rows are not touched: only what is still running under this very lease.
                rows.release(lease);
            } catch (DataAccessException away) {
                LOG.warn("A lease could not be given back; it ends by itself: {}", away.getMessage());
            }
        }
    }

    private static @Nullable Idempotent idempotent(Object handler) {
        return handler instanceof HandlerMethod method ? method.getMethodAnnotation(Idempotent.class) : null;
    }
}
