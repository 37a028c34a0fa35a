package io.abonent.bench.witness;

import io.abonent.bench.house.House;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway's view of the house: any replica will do, and one that does not listen is passed over. */
final class Client {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final JsonNode NOTHING = JSON.getNodeFactory().missingNode();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final House house;
    private final Attempts attempts;
    private final String simulators;

    Client(House house, Attempts attempts) {
        this.simulators = house.simulators();
        this.house = house;
        this.attempts = attempts;
    }

    /** What is asked, without the address. */
    record Request(String service, String path, String contentType, String body, String key) {

        static Request get(String service, String path) {
            return new Request(service, path, "", "", "");
        }

        static Request post(String service, String path, Object body) {
            return new Request(service, path, "application/json", JSON.writeValueAsString(body), "");
        }

        static Request form(String service, String path, Map<String, String> fields) {
            String body = fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            return new Request(service, path, "application/x-www-form-urlencoded", body, "");
        }

        Request with(String idempotencyKey) {
            return new Request(service, path, contentType, body, idempotencyKey);
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    Answer send(Request request, @Nullable String token) throws InterruptedException {
        long started = System.nanoTime();
        Answer answer = anyReplica(request, token);
        attempts.add(new Attempt(started, System.nanoTime(), request.service(), answer.status(), answer.detail()));
        return answer;
    }

    private Answer anyReplica(Request request, @Nullable String token) throws InterruptedException {
        List<String> addresses = house.takingRequests(request.service());
        int first = ThreadLocalRandom.current().nextInt(addresses.size());
        Answer answer = none("no replica");
        for (int index = 0; index < addresses.size(); index++) {
            String address = addresses.get((first + index) % addresses.size());
            try {
                return exchange(address, request, token);
            } catch (ConnectException | HttpConnectTimeoutException e) {
                answer = none("nobody listens");
            } catch (IOException e) {
                return none(e.getClass().getSimpleName());
            }
        }
        return answer;
    }

    /** Partners are not the house: their answers are not counted. */
    Answer simulators(Request request) throws InterruptedException {
        try {
            return exchange(simulators, request, null);
        } catch (IOException e) {
            return none(e.toString());
        }
    }

    private Answer exchange(String address, Request request, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + request.path()))
                .timeout(TIMEOUT)
                .header("Accept", "application/json, */*;q=0.5");
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (!request.key().isEmpty()) {
            builder.header("Idempotency-Key", request.key());
        }
        if (!request.contentType().isEmpty()) {
            builder.header("Content-Type", request.contentType())
                    .POST(HttpRequest.BodyPublishers.ofString(request.body()));
        }
        HttpResponse<String> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        String type = response.headers().firstValue("content-type").orElse("");
        JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : NOTHING;
        String code = body.path("code").asString(body.path("error").asString(""));
        long seconds = response.headers().firstValueAsLong("retry-after").orElse(0);
        return new Answer(response.statusCode(), body, code, Duration.ofSeconds(seconds));
    }

    private static Answer none(String why) {
        return new Answer(0, NOTHING, why, Duration.ZERO);
    }
}
