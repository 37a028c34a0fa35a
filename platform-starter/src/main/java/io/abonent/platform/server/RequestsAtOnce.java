package io.abonent.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
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
 * place meanwhile.
 */
public final class RequestsAtOnce {

    private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST = "Connection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String INSIDE = RequestsAtOnce.class.getName() + ".inside";

    private final Semaphore places;
    private final Refusal refusal;
    private final LastAnswers lastAnswers;

    public RequestsAtOnce(int most, Refusal refusal, LastAnswers lastAnswers) {
        this.places = new Semaphore(most);
        this.refusal = refusal;
        this.lastAnswers = lastAnswers;
    }

    /** Says when to come back; has to be cheap. */
    public interface Refusal {
        void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** What is said at the door: 503. */
    public interface Words {
        Answer to(Head head);
    }

    /** What is known of a request there. */
    public interface Head {

        String method();

        @Nullable
        String header(String name);
    }

    /** Written once, said as often as it fits. */
    public static final class Answer {

        private final byte[] head;
        private final byte[] body;

        /** @param headers beside the length of the body */
        public Answer(Map<String, String> headers, String body) {
            this.body = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder text = new StringBuilder("HTTP/1.1 503 \r\n");
            headers.forEach((name, value) ->
                    text.append(name).append(": ").append(value).append("\r\n"));
            text.append("Content-Length: ").append(this.body.length).append("\r\n");
            this.head = text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private byte[] bytes(boolean headOnly, boolean last) {
            byte[] end = last ? LAST : END;
            ByteBuffer all = ByteBuffer.allocate(head.length + end.length + (headOnly ? 0 : body.length));
            all.put(head).put(end);
            if (!headOnly) {
                all.put(body);
            }
            return all.array();
        }
    }

    /**
     * The server has to be one of {@link TimedRequests}.
     *
     * @param free paths as they were sent that are never refused; who finds another way to something meets the filter
     */
    public void guard(TomcatServletWebServerFactory factory, Words words, Predicate<String> free) {
        factory.addProtocolHandlerCustomizers(protocol -> ((TimedProtocol) protocol).keptBy((request, inside, last) -> {
            if (free.test(request.requestURI().toString()) || !hasArrived(request)) {
                inside.serve();
                return null;
            }
            return receive(request, inside, words, last);
        }));
    }

    /** For what was not let in at the door; the only limit of a server without one. */
    public OncePerRequestFilter filter() {
        return new Second();
    }

    private byte @Nullable [] receive(Request request, Gate.Keeper.Inside inside, Words words, boolean last)
            throws Exception {
        if (!places.tryAcquire()) {
            boolean leaving = lastAnswers.leaving();
            if (leaving) {
                // Ends the connection behind the answer.
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
            return words.to(new SentHead(request)).bytes(HttpMethod.HEAD.matches(request.getMethod()), last || leaving);
        }
        try {
            request.setAttribute(INSIDE, true);
            inside.serve();
            return null;
        } finally {
            places.release();
        }
    }

    private record SentHead(Request request) implements Head {

        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public @Nullable String header(String name) {
            return request.getHeader(name);
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
            return request.getAttribute(INSIDE) != null;
        }

        private static boolean isForm(HttpServletRequest request) {
            String type = request.getContentType();
            return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }
    }
}
