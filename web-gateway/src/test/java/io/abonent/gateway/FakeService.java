package io.abonent.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service over real HTTP that answers what a test tells it to, and remembers what it was asked. */
public final class FakeService {

    /** @param path with its query */
    public record Asked(String method, String path, Map<String, String> headers, String body) {

        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase(java.util.Locale.ROOT));
        }

        public Map<String, String> form() {
            Map<String, String> form = new LinkedHashMap<>();
            for (String pair : body.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                form.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
            return form;
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    public record Answer(int status, String contentType, String body, Map<String, String> headers) {

        public static Answer json(int status, String body) {
            return new Answer(status, "application/json", body, Map.of());
        }

        public static Answer problem(int status, String code, String more) {
            return new Answer(
                    status,
                    "application/problem+json",
                    "{\"type\":\"urn:abonent:problem:x\",\"title\":\"Заголовок\",\"detail\":\"Что делать\",\"status\":"
                            + status + ",\"code\":\"" + code + "\"" + more + "}",
                    Map.of());
        }

        public static Answer problem(int status, String code) {
            return problem(status, code, "");
        }

        public Answer with(String header, String value) {
            return new Answer(status, contentType, body, Map.of(header, value));
        }
    }

    private final HttpServer server;
    private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    public FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** @param call method and path without query, for example {@code GET /api/v1/onboarding} */
    public FakeService on(String call, Function<Asked, Answer> answer) {
        answers.put(call, answer);
        return this;
    }

    public FakeService on(String call, Answer answer) {
        return on(call, any -> answer);
    }

    /** Everything that is asked from now on ends with a closed connection. */
    public void down(boolean value) {
        down = value;
    }

    public List<Asked> asked(String call) {
        return asked.stream()
                .filter(one -> call.equals(one.method() + " " + one.path().replaceFirst("\\?.*", "")))
                .toList();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void forget() {
        asked.clear();
        down = false;
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (down) {
            exchange.close();
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked question =
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        asked.add(question);
        String call = question.method() + " " + exchange.getRequestURI().getPath();
        Answer answer = answers.getOrDefault(call, any -> Answer.problem(404, "NOT_FOUND"))
                .apply(question);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
