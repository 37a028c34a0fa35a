package io.abonent.consent;

import io.abonent.platform.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a person's gateway sees it. */
public final class ConsentApi {
    public static final UUID PERSONAL_DATA = UUID.fromString("0198c000-0000-7000-8000-0000000000c1");
    public static final UUID ADVERTISING = UUID.fromString("0198c000-0000-7000-8000-0000000000c2");

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public ConsentApi(int port) {
        this.port = port;
        headers.put("User-Agent", "Abonent test \"1\"");
    }

    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public String code() {
            return body.path("code").asString("");
        }

        public UUID id(String name) {
            return UUID.fromString(body.get(name).asString());
        }
    }

    public ConsentApi as(UUID userId) {
        return bearer(TestTokens.forUser(userId));
    }

    public ConsentApi bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public ConsentApi with(String name, String value) {
        ConsentApi copy = new ConsentApi(port);
        copy.headers.putAll(headers);
        copy.headers.put(name, value);
        return copy;
    }

    public Answer consents() {
        return get("/api/v1/consents");
    }

    public Answer read(UUID documentId, int version) {
        return get("/api/v1/consent-documents/" + documentId + "/versions/" + version);
    }

    /** Reads the text and signs it, as a person does. */
    public Answer readAndSign(UUID documentId, int version) {
        return sign(
                documentId,
                version,
                read(documentId, version).body().get("sha256").asString());
    }

    public Answer sign(UUID documentId, int version, String sha256) {
        return with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/consents", Map.of("documentId", documentId, "version", version, "sha256", sha256));
    }

    public Answer withdraw(UUID consentId) {
        return post("/api/v1/consents/" + consentId + "/withdrawal", null);
    }

    public JsonNode item(UUID documentId) {
        return consents()
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("documentId").asString().equals(documentId.toString()))
                .findFirst()
                .orElseThrow();
    }

    public Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, @Nullable Object body) {
        if (body == null) {
            return send("POST", path, HttpRequest.BodyPublishers.noBody());
        }
        return postRaw(path, JSON.writeValueAsString(body));
    }

    public Answer postRaw(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, HttpRequest.BodyPublishers.ofString(json));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            return new Answer(
                    response.statusCode(), text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text), response);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
