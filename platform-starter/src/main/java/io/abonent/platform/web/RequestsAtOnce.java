package io.abonent.platform.web;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Virtual threads take in whoever comes, and all of them would wait for the few database connections until nobody is answered
 * in time. One more than can be answered soon is refused at once and told when to come back.
 */
final class RequestsAtOnce extends OncePerRequestFilter {

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final Semaphore places;
    private final ProblemWriter problems;

    RequestsAtOnce(int most, ProblemWriter problems) {
        this.places = new Semaphore(most);
        this.problems = problems;
    }

    /** Behind {@link BodyFilter}: whoever is slow to send takes no place meanwhile. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForm(request)) {
            // Read by the container when somebody first asks for it.
            request.getParameterMap();
        }
        if (!places.tryAcquire()) {
            problems.write(
                    request,
                    response,
                    new ProblemException(PlatformProblem.TEMPORARILY_UNAVAILABLE).retryAfter(COME_BACK_AFTER));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
