package io.abonent.simulators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as a service would speak it: bytes over a socket, no Spring. */
public final class Calls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI base;
    private final List<String> headers = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(20);

    Calls(URI base) {
        this.base = base;
    }

    public record Reply(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text(String pointer) {
            return json().at(pointer).asString();
        }

        public long number(String pointer) {
            return json().at(pointer).asLong();
        }
    }

    public Calls with(String header, String value) {
        Calls copy = new Calls(base);
        copy.timeout = timeout;
        copy.headers.addAll(headers);
        copy.headers.add(header);
        copy.headers.add(value);
        return copy;
    }

    public Calls within(Duration limit) {
        Calls copy = new Calls(base);
        copy.headers.addAll(headers);
        copy.timeout = limit;
        return copy;
    }

    public Calls asSupplierPartner() {
        return with("Authorization", "Bearer " + RunningSimulators.API_KEY);
    }

    public Calls asShop() {
        String pair = RunningSimulators.SHOP + ":" + RunningSimulators.SHOP_KEY;
        return with(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    public Calls asCashier() {
        return with("Token", RunningSimulators.FISCAL_TOKEN);
    }

    public Reply get(String path) throws IOException {
        return send(request(path).GET());
    }

    public Reply post(String path, String json) throws IOException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Reply put(String path, String json) throws IOException {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Reply delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    public Reply submit(String path, String form) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
        if (!headers.isEmpty()) {
            builder.headers(headers.toArray(String[]::new));
        }
        return builder;
    }

    private static Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
