package io.abonent.platform.problem;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a refusal becomes an answer (RFC 9457); filters and security chains use it too. */
public final class ProblemWriter {

    /** Request attribute: the trace to name when no span is current any more. */
    public static final String TRACE_ID = ProblemWriter.class.getName() + ".traceId";

    private final JsonMapper json;
    private final ProblemMessages messages;
    private final @Nullable Tracer tracer;

    ProblemWriter(JsonMapper json, ProblemMessages messages, @Nullable Tracer tracer) {
        this.json = json;
        this.messages = messages;
        this.tracer = tracer;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException refusal)
            throws IOException {
        write(request, response, Problem.of(refusal));
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        Locale locale = locale(request);
        byte[] body = json.writeValueAsBytes(body(problem, locale, instance(request), traceId(request)));
        response.setStatus(problem.code().status().value());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        // Headers of an answer that never came about.
        response.setHeader(HttpHeaders.CONTENT_ENCODING, null);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** One of the few that there are. */
    public static Locale language(@Nullable String acceptLanguage) {
        return ProblemMessages.locale(acceptLanguage);
    }

    /** A refusal outside of any request: without the path and the trace. */
    public record Words(Map<String, String> headers, String body) {}

    public Words words(ProblemException refusal, Locale locale) {
        Problem problem = Problem.of(refusal);
        Map<String, String> headers = new LinkedHashMap<>(problem.headers().toSingleValueMap());
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.put(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        return new Words(headers, json.writeValueAsString(body(problem, locale, null, null)));
    }

    private Map<String, Object> body(
            Problem problem, Locale locale, @Nullable String instance, @Nullable String traceId) {
        ProblemCode code = problem.code();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type(code.name()));
        body.put("title", messages.title(code, locale));
        body.put("status", code.status().value());
        String detail = messages.detail(code, problem.arguments(), locale);
        if (detail != null) {
            body.put("detail", detail);
        }
        if (instance != null) {
            body.put("instance", instance);
        }
        body.put("code", code.name());
        if (traceId != null) {
            body.put("traceId", traceId);
        }
        problem.members().forEach(body::putIfAbsent);
        return body;
    }

    static String type(String code) {
        return "urn:abonent:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String text(HttpServletRequest request, String key) {
        return messages.text(key, locale(request));
    }

    static Locale locale(HttpServletRequest request) {
        return ProblemMessages.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The path without the query: a query may hold what a log of errors should not. */
    private static String instance(HttpServletRequest request) {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = original == null ? request.getRequestURI() : original.toString();
        try {
            return URI.create(path).getRawPath();
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }

    private @Nullable String traceId(HttpServletRequest request) {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span != null) {
            return span.context().traceId();
        }
        // After the observation ended, as in an ERROR dispatch.
        return (String) request.getAttribute(TRACE_ID);
    }
}
