package io.abonent.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the container refuse: the ERROR dispatch ends here. */
@Controller
class ProblemErrorController implements ErrorController {

    private final ProblemAdvice advice;
    private final ProblemWriter writer;

    ProblemErrorController(ProblemAdvice advice, ProblemWriter writer) {
        this.advice = advice;
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(request, response, problem(request));
    }

    private Problem problem(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof IOException broken) {
            return brokenOff(broken);
        }
        if (thrown instanceof Throwable unexpected) {
            return advice.problem(unexpected, request);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer value && value >= 400 && value < 600 ? value : 404;
        return Problem.of(ProblemTranslator.ofStatus(HttpStatusCode.valueOf(code)));
    }

    /** The container could not read the request: it came too slowly, or was cut off. */
    private static Problem brokenOff(IOException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return Problem.of(PlatformProblem.REQUEST_TIMEOUT);
            }
        }
        return Problem.of(PlatformProblem.REQUEST_INVALID);
    }
}
