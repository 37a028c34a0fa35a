package io.abonent.notification;

import io.abonent.platform.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running service as a gateway would. */
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param replayed value of {@code Idempotency-Replayed}
     * @param retryAfterSeconds zero if nothing was said
     */
    public record Answer(int status, JsonNode body, boolean replayed, long retryAfterSeconds) {

        public String text(String field) {
            return body.path(field).asString();
        }
    }

    private final Environment environment;

    public Api(Environment environment) {
        this.environment = environment;
    }

    public Answer get(UUID user, String path) {
        return send(request(user, path).GET());
    }

    public Answer post(UUID user, String path, @Nullable String key, String body) {
        HttpRequest.Builder request = request(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    public Answer put(UUID user, String path) {
        return send(request(user, path).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer delete(UUID user, String path) {
        return send(request(user, path).DELETE());
    }

    private HttpRequest.Builder request(UUID user, String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path))
                .header("Authorization", TestTokens.bearer(user));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body().isEmpty() ? "{}" : response.body()),
                    response.headers().firstValue("Idempotency-Replayed").isPresent(),
                    response.headers().firstValueAsLong("Retry-After").orElse(0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
