package io.abonent.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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

    /** What is said at the door: 503. */
    public interface Words {
        Answer in(@Nullable String acceptLanguage);
    }

    /** @param headers beside the length of the body */
    public record Answer(Map<String, String> headers, String body) {

        byte[] bytes(boolean head, boolean connectionStays) {
            StringBuilder text = new StringBuilder("HTTP/1.1 503 \r\n");
            headers.forEach((name, value) ->
                    text.append(name).append(": ").append(value).append("\r\n"));
            if (!connectionStays) {
                text.append("Connection: close\r\n");
            }
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            text.append("Content-Length: ").append(length).append("\r\n\r\n");
            return text.append(head ? "" : body).toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** All of what comes is refused alike. The server has to be one of {@link TimedRequests}. */
    public void guard(TomcatServletWebServerFactory factory, Words words) {
        factory.addProtocolHandlerCustomizers(protocol -> {
            ((TimedProtocol) protocol).keptBy((request, inside) -> receive(request, inside, words));
            Executor inside = protocol.getExecutor();
            protocol.setExecutor(new Doorkeeper(inside, places));
        });
    }

    /** For what was not let in at the door; the only limit of a server without one. */
    public OncePerRequestFilter filter() {
        return new Second();
    }

    private byte @Nullable [] receive(Request request, Gate.Keeper.Inside inside, Words words) throws Exception {
        boolean arrived = hasArrived(request);
        if (Doorkeeper.isHere() || (arrived && !places.tryAcquire())) {
            if (!arrived) {
                // Nobody waits for the rest: the connection ends with the answer.
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
            return words.in(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                    .bytes(HttpMethod.HEAD.matches(request.getMethod()), arrived);
        }
        try {
            request.setAttribute(INSIDE, arrived);
            inside.serve();
            return null;
        } finally {
            if (arrived) {
                places.release();
            }
        }
    }

    private static boolean hasArrived(Request request) {
        long length = request.getContentLengthLong();
        if (length <= 0) {
            return length == 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        }
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() >= length;
    }

    private final class Second extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (isForm(request)) {
                // Read by the container when somebody first asks for it.
                request.getParameterMap();
            }
            if (!places.tryAcquire()) {
                refusal.write(request, response);
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return Boolean.TRUE.equals(request.getAttribute(INSIDE));
        }

        private static boolean isForm(HttpServletRequest request) {
            String type = request.getContentType();
            return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }
    }
}
