package io.abonent.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Whatever a controller throws leaves as a problem detail. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemTranslator translator;
    private final ProblemWriter writer;

    ProblemAdvice(ProblemTranslator translator, ProblemWriter writer) {
        this.translator = translator;
        this.writer = writer;
    }

    @ExceptionHandler
    void handle(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (thrown instanceof AsyncRequestNotUsableException
                || DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            // Nobody is listening any more; should somebody after all, it must not look like success.
            if (!response.isCommitted()) {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
            return;
        }
        writer.write(request, response, problem(thrown, request));
    }

    /** Foreseen problems are counted by their status; only the others, and outages, are worth a line in the log. */
    Problem problem(Throwable thrown, HttpServletRequest request) {
        Problem problem = translator.translate(thrown, request);
        if (problem == null) {
            LOG.error("Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), thrown);
            return Problem.of(PlatformProblem.INTERNAL);
        }
        if (problem.code().status().is5xxServerError()) {
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), problem.code(), thrown);
        }
        return problem;
    }
}
