package io.abonent.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a gateway does: HTTP with JSON, a bearer token and idempotency keys. */
public final class Api {

    /** @param body a missing node if the answer had none */
    public record Answer(int status, JsonNode body, Map<String, String> headers) {

        public String text(String field) {
            JsonNode value = body.get(field);
            if (value == null) {
                throw new AssertionError("no field '" + field + "' in " + status + " " + body);
            }
            return value.asString();
        }

        public String code() {
            return text("code");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final @Nullable String token;
    private final String language;

    private Api(@Nullable String token, String language) {
        this.token = token;
        this.language = language;
    }

    public static Api anonymous() {
        return new Api(null, "ru");
    }

    public Api as(String bearer) {
        return new Api(bearer, language);
    }

    Api in(String other) {
        return new Api(token, other);
    }

    public Answer get(String url) {
        return send(request(url).GET().build());
    }

    public Answer delete(String url) {
        return send(request(url).DELETE().build());
    }

    /** A POST with a key of its own, as a client makes one for each thing it wants done. */
    public Answer post(String url, Object body) {
        return post(url, body, UUID.randomUUID().toString());
    }

    public Answer post(String url, Object body, String idempotencyKey) {
        return send(request(url)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(
                        body instanceof String raw ? raw : JSON.writeValueAsString(body)))
                .build());
    }

    public Answer put(String url, Object body) {
        return send(request(url)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    public Answer form(String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String url) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, */*;q=0.5")
                .header("Accept-Language", language);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            String type = headers.getOrDefault("content-type", "");
            JsonNode body = type.contains("json")
                    ? JSON.readTree(response.body())
                    : JSON.getNodeFactory().stringNode(response.body());
            return new Answer(response.statusCode(), body, headers);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
