package io.abonent.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A gateway: plain HTTP against the running service, redirects not followed. */
public final class Http {

    public static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    public Http(int port) {
        this.base = "http://localhost:" + port;
    }

    public Answer post(String path, Map<String, ?> body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    public Answer put(String path, Map<String, ?> body, String... headers) {
        return sendJson("PUT", path, body, headers);
    }

    public Answer patch(String path, Map<String, ?> body, String... headers) {
        return sendJson("PATCH", path, body, headers);
    }

    public Answer patchText(String path, String body, String... headers) {
        return sendText("PATCH", path, body, headers);
    }

    private Answer sendJson(String method, String path, Map<String, ?> body, String... headers) {
        return sendText(method, path, JSON.writeValueAsString(body), headers);
    }

    private Answer sendText(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    public Answer postText(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public Answer form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE().build());
    }

    public Answer register(String login, String password, String... headers) {
        return post("/api/v1/registrations", Map.of("login", login, "password", password), headers);
    }

    public Answer confirm(String registrationId, String code) {
        return post("/api/v1/registrations/" + registrationId + "/confirmation", Map.of("code", code));
    }

    public Answer challenge(String username, String password) {
        return form("/oauth2/authorize-challenge", challengeForm(username, password));
    }

    public static Map<String, String> challengeForm(String username, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", "local-demo");
        form.put("username", username);
        form.put("password", password);
        form.put("code_challenge", challengeOf(VERIFIER));
        form.put("code_challenge_method", "S256");
        form.put("scope", "openid cabinet offline_access");
        return form;
    }

    public Answer exchange(String code) {
        return form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "local-demo",
                        "code",
                        code,
                        "code_verifier",
                        VERIFIER));
    }

    public Answer refresh(String refreshToken, String... headers) {
        return form(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "client_id", "local-demo", "refresh_token", refreshToken),
                headers);
    }

    public static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public Map<String, Object> json() {
            return JSON.readValue(response.body(), new TypeReference<Map<String, Object>>() {});
        }

        public String text(String name) {
            return String.valueOf(json().get(name));
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
