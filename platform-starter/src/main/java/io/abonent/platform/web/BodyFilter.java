package io.abonent.platform.web;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.problem.ProblemWriter;
import io.abonent.platform.server.TimedRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body before anything works on it, never more than the limit, whatever {@code Content-Length} says (F-51);
 * how long that may take is the business of {@link TimedRequests}.
 * It runs behind the security chain: strangers' bodies are not read at all.
 */
final class BodyFilter extends OncePerRequestFilter {

    private final WebProperties properties;
    private final ProblemWriter problems;

    BodyFilter(WebProperties properties, ProblemWriter problems) {
        this.properties = properties;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() == 0 || (request.getContentLengthLong() < 0 && !chunked(request))) {
            chain.doFilter(request, response);
            return;
        }
        ProblemException refusal = null;
        byte @Nullable [] body = null;
        try {
            body = read(request);
            if (body == null) {
                refusal = new ProblemException(PlatformProblem.BODY_TOO_LARGE);
            } else if (json(request) && !utf8(body)) {
                refusal = new ProblemException(PlatformProblem.REQUEST_INVALID);
            }
        } catch (IOException broken) {
            refusal = new ProblemException(
                    timeout(broken) ? PlatformProblem.REQUEST_TIMEOUT : PlatformProblem.REQUEST_INVALID);
        }
        if (refusal != null || body == null) {
            // What is still under way is not worth reading: the connection ends with this answer.
            response.setHeader(HttpHeaders.CONNECTION, "close");
            problems.write(request, response, refusal == null ? malformed() : refusal);
            return;
        }
        request.setAttribute(RequestBodies.ATTRIBUTE, body);
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    /** The container wraps what the socket threw. */
    private static boolean timeout(IOException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException malformed() {
        return new ProblemException(PlatformProblem.REQUEST_INVALID);
    }

    /** @return null if there is more than the limit */
    private byte @Nullable [] read(HttpServletRequest request) throws IOException {
        int limit = Math.toIntExact(properties.maxBody().toBytes());
        if (request.getContentLengthLong() > limit) {
            return null;
        }
        int expected = Math.max(512, request.getContentLength());
        ByteArrayOutputStream body = new ByteArrayOutputStream(expected);
        byte[] buffer = new byte[Math.min(8192, limit + 1)];
        ServletInputStream in = request.getInputStream();
        int read;
        while ((read = in.read(buffer, 0, Math.min(buffer.length, limit + 1 - body.size()))) >= 0) {
            body.write(buffer, 0, read);
            if (body.size() > limit) {
                return null;
            }
        }
        return body.toByteArray();
    }

    /** JSON between systems is UTF-8 (RFC 8259 §8.1), without a byte order mark. */
    private static boolean utf8(byte[] body) {
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            // A NUL byte never occurs in JSON; in UTF-16 and UTF-32 it does.
            for (byte one : body) {
                if (one == 0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean json(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "application/json", 0, "application/json".length());
    }

    private static boolean chunked(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        // Streamed, with limits of their own (spring.servlet.multipart); forms are read by the container's parser.
        return type != null && (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded"));
    }
}
