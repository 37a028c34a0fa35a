package io.abonent.platform.web;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.problem.ProblemWriter;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Virtual threads take in whoever comes, and all of them would wait for the few database connections until nobody is answered
 * in time. One more than can be answered soon is refused and told when to come back: at the door, where that costs least,
 * if it has arrived as a whole; else behind {@link BodyFilter}, so that whoever is slow to send takes no place meanwhile.
 */
final class RequestsAtOnce {

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);
    private static final String INSIDE = RequestsAtOnce.class.getName() + ".inside";

    private final Semaphore places;
    private final ProblemWriter problems;
    private final Counter refused;

    RequestsAtOnce(int most, ProblemWriter problems, Counter refused) {
        this.places = new Semaphore(most);
        this.problems = problems;
        this.refused = refused;
    }

    Valve door() {
        return new Door();
    }

    OncePerRequestFilter second() {
        return new Second();
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, Work work)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            refused.increment();
            problems.write(
                    request,
                    response,
                    new ProblemException(PlatformProblem.TEMPORARILY_UNAVAILABLE).retryAfter(COME_BACK_AFTER));
            return;
        }
        try {
            request.setAttribute(INSIDE, true);
            work.run();
        } finally {
            places.release();
        }
    }

    private final class Door extends ValveBase {

        private Door() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (hasArrived(request.getCoyoteRequest())) {
                admit(request, response, () -> getNext().invoke(request, response));
            } else {
                getNext().invoke(request, response);
            }
        }

        private static boolean hasArrived(org.apache.coyote.Request request) {
            long length = request.getContentLengthLong();
            if (length <= 0) {
                return length == 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
            }
            request.action(ActionCode.AVAILABLE, true);
            return request.getAvailable() >= length;
        }
    }

    private final class Second extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (isForm(request)) {
                // Read by the container when somebody first asks for it.
                request.getParameterMap();
            }
            admit(request, response, () -> chain.doFilter(request, response));
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getAttribute(INSIDE) != null;
        }

        private static boolean isForm(HttpServletRequest request) {
            String type = request.getContentType();
            return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }
    }
}
