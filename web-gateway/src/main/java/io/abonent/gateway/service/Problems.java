package io.abonent.gateway.service;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the problem details of the services. What is none, and what says "it is me", is an outage. */
final class Problems {

    private static final int LONGEST = 64 * 1024;
    private static final List<String> OWN_TROUBLE = List.of("INTERNAL", "TEMPORARILY_UNAVAILABLE", "UNKNOWN");
    private static final List<String> STANDARD =
            List.of("type", "title", "status", "detail", "instance", "code", "traceId", "violations");

    private final Service service;
    private final JsonMapper json;

    Problems(Service service, JsonMapper json) {
        this.service = service;
        this.json = json;
    }

    void raise(HttpRequest request, ClientHttpResponse response) throws IOException {
        Refusal refusal = read(response);
        boolean serverError = response.getStatusCode().is5xxServerError();
        if (serverError && OWN_TROUBLE.contains(refusal.code())) {
            boolean unknown = refusal.status() != HttpStatus.SERVICE_UNAVAILABLE.value()
                    && !request.getMethod().name().equals("GET");
            throw new ServiceUnavailable(service, unknown, "status " + refusal.status(), null);
        }
        throw new ServiceRefused(refusal);
    }

    private Refusal read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        JsonNode problem = parse(response.getBody().readNBytes(LONGEST));
        return new Refusal(
                service,
                status,
                problem.path("code").asString("UNKNOWN"),
                text(problem, "title"),
                text(problem, "detail"),
                problem.path("violations")
                        .valueStream()
                        .map(one -> new Refusal.Violation(
                                text(one, "pointer"),
                                text(one, "parameter"),
                                text(one, "code"),
                                one.path("message").asString("")))
                        .toList(),
                retryAfter(response.getHeaders()),
                members(problem));
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode problem = json.readTree(body);
            return problem.isObject() ? problem : json.createObjectNode();
        } catch (JacksonException garbage) {
            return json.createObjectNode();
        }
    }

    private static Map<String, Object> members(JsonNode problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        problem.properties().forEach(member -> {
            if (!STANDARD.contains(member.getKey()) && member.getValue().isValueNode()) {
                members.put(member.getKey(), member.getValue().asString());
            }
        });
        return Map.copyOf(members);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,7}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }
}
