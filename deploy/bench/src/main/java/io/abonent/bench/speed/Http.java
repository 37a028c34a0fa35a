package io.abonent.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests whose answers are known beforehand. */
public final class Http {

    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    public Http() {
        this(Duration.ofSeconds(20));
    }

    Http(Duration patience) {
        this.patience = patience;
    }

    public HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        return send(builder(address, headers).GET().build());
    }

    public HttpResponse<String> json(String method, String address, String body, String... headers)
            throws IOException, InterruptedException {
        return send(builder(address, headers)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> form(String address, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        return send(form(builder(address, headers), fields));
    }

    static HttpRequest form(HttpRequest.Builder builder, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return builder.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    public static HttpResponse<String> expect(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != status) {
            throw new Unexpected(response);
        }
        return response;
    }

    private HttpRequest.Builder builder(String address, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address)).timeout(patience);
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
