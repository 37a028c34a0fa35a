package io.abonent.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies, fills in the hidden fields of forms, follows nothing by itself. */
public final class Browser {

    public record Page(int status, String body, Map<String, List<String>> headers) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        public String location() {
            return header("location");
        }

        /** Of the first form with this action. */
        public String hidden(String action, String field) {
            Matcher form = Pattern.compile(
                            "<form[^>]*action=\"" + Pattern.quote(action) + "\".*?</form>", Pattern.DOTALL)
                    .matcher(body);
            assertThat(form.find()).as("form %s in %s", action, body).isTrue();
            Matcher input =
                    Pattern.compile("<input[^>]*name=\"" + field + "\"[^>]*>").matcher(form.group());
            assertThat(input.find()).as("field %s in %s", field, form.group()).isTrue();
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
            assertThat(value.find()).isTrue();
            return value.group(1);
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    public static final String SESSION = "__Host-session";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private String csrf = "";
    public final Map<String, String> cookies = new ConcurrentHashMap<>();

    public Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    public static Browser signedIn(int port) {
        Browser browser = new Browser(port);
        Page page = browser.signIn("");
        assertThat(page.status()).as(page.body()).isEqualTo(303);
        return browser;
    }

    public Page signIn(String next) {
        get("/sign-in");
        return post("/sign-in", Map.of("login", "+79991111111", "password", FakeServices.PASSWORD, "next", next));
    }

    public Page get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** With the CSRF token that the newest page of this browser held. */
    public Page post(String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", csrf);
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(all.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path));
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (String cookie : response.headers().allValues("set-cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            Matcher field = CSRF.matcher(response.body());
            if (field.find()) {
                csrf = field.group(1);
            }
            return new Page(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
