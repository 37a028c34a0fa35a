package io.abonent.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Virtual threads take in whoever comes, and all of them would wait for the few database connections until nobody is answered
 * in time. One more than can be answered soon is refused and told when to come back: at the door, where that costs least,
 * if it has arrived as a whole; else by the filter, behind what waits for bodies, so that whoever is slow to send takes no
 * place meanwhile. While there is no place at all, whoever comes meets a {@link Doorkeeper}.
 */
public final class RequestsAtOnce {

    private static final String INSIDE = RequestsAtOnce.class.getName() + ".inside";

    private final Semaphore places;
    private final Refusal refusal;

    public RequestsAtOnce(int most, Refusal refusal) {
        this.places = new Semaphore(most);
        this.refusal = refusal;
    }

    /** Says when to come back; has to be cheap. */
    public interface Refusal {
        void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** All of what comes is refused alike. Before all other valves: one that waits for a body would keep a doorkeeper. */
    public void guard(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Door());
        factory.addProtocolHandlerCustomizers(protocol -> {
            Executor inside = protocol.getExecutor();
            protocol.setExecutor(new Doorkeeper(inside, places));
        });
    }

    /** For what was not let in at the door; the only limit of a server without one. */
    public OncePerRequestFilter filter() {
        return new Second();
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, Work work)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            refusal.write(request, response);
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
            if (Doorkeeper.isHere()) {
                refusal.write(request, response);
                if (!hasArrived(request.getCoyoteRequest())) {
                    // Nor does anybody wait for the rest; the connection ends with the answer.
                    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                }
            } else if (hasArrived(request.getCoyoteRequest())) {
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
