package io.abonent.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.testkit.TestTokens;
import io.abonent.platform.web.Http;
import io.abonent.platform.web.Http.Answer;
import io.abonent.platform.web.SampleTest;
import java.net.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SampleTest
@DisplayName("Problem details (RFC 9457, P1-P7)")
class ProblemsIT {

    private static final String ORDER = "/api/v1/orders";
    private static final String GOOD = "{\"name\":\"a\",\"amountMinor\":1,\"parts\":[{\"code\":\"c\",\"count\":1}]}";

    private final String token = TestTokens.forUser(UUID.randomUUID());
    private final Http http;

    ProblemsIT(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    @Test
    void acceptsAGoodRequest() {
        assertThat(http.post(ORDER, token, GOOD).status()).isEqualTo(200);
    }

    @Test
    void pointsToEveryInvalidPlace() {
        Answer answer = http.post(
                ORDER,
                token,
                "{\"name\":\" \",\"amountMinor\":1,\"parts\":[{\"code\":\"c\",\"count\":1},{\"code\":\"\",\"count\":-5}]}",
                "Accept-Language",
                "en");
        expect(answer, 400, "REQUEST_INVALID");
        assertThat(answer.json().path("violations").valueStream().map(JsonNode::toString))
                .satisfiesExactly(
                        one -> assertThat(one).contains("\"pointer\":\"/name\"", "NOT_BLANK", "must not be blank"),
                        two -> assertThat(two).contains("\"pointer\":\"/parts/1/code\"", "NOT_BLANK"),
                        three -> assertThat(three).contains("\"pointer\":\"/parts/1/count\"", "POSITIVE"));
        assertThat(answer.body()).doesNotContain("-5");
    }

    @Test
    void namesAnUnknownProperty() {
        Answer answer = http.post(ORDER, token, GOOD.replace("\"count\":1", "\"count\":1,\"is~ad/min\":true"));
        expect(answer, 400, "REQUEST_INVALID");
        assertThat(answer.json().at("/violations/0/pointer").asString()).isEqualTo("/parts/0/is~0ad~1min");
        assertThat(answer.json().at("/violations/0/code").asString()).isEqualTo("UNKNOWN_PROPERTY");
        assertThat(answer.json().at("/violations/0/message").asString()).isEqualTo("неизвестное поле");
    }

    @Test
    void refusesWrongTypesInsteadOfBendingThem() {
        for (String bad : new String[] {
            GOOD.replace("\"amountMinor\":1", "\"amountMinor\":\"1\""),
            GOOD.replace("\"amountMinor\":1", "\"amountMinor\":1.5"),
            GOOD.replace("\"amountMinor\":1", "\"amountMinor\":1e999999"),
            GOOD.replace("\"amountMinor\":1", "\"amountMinor\":99999999999999999999"),
            GOOD.replace("\"amountMinor\":1", "\"amountMinor\":null"),
            GOOD.replace("\"amountMinor\":1", "\"amountMinor\":true"),
            GOOD.replace("\"name\":\"a\"", "\"name\":5"),
            GOOD.replace("\"name\":\"a\"", "\"name\":[\"a\"]"),
            GOOD.replace("\"name\":\"a\"", "\"name\":\"a\\u0000\""),
            GOOD.replace("\"name\":\"a\"", "\"name\":\"\\udc00a\""),
            GOOD.replace("\"parts\"", "\"volume\":1e999999,\"parts\""),
            GOOD.replace("\"parts\"", "\"volume\":1e-999999,\"parts\""),
        }) {
            Answer answer = http.post(ORDER, token, bad);
            expect(answer, 400, "REQUEST_INVALID");
            assertThat(answer.json().at("/violations/0/code").asString())
                    .as(bad)
                    .isIn("TYPE_MISMATCH", "MALFORMED");
            assertThat(answer.body()).as("no internals").doesNotContain("jackson", "java.", "line:");
        }
    }

    @Test
    void namesParametersToo() {
        expect(http.get("/api/v1/search", token), 400, "REQUEST_INVALID");
        Answer answer = http.get("/api/v1/search?query=a&id=17", token);
        expect(answer, 400, "REQUEST_INVALID");
        assertThat(answer.json().at("/violations/0/parameter").asString()).isEqualTo("id");
        expect(http.get("/api/v1/search?query=%00", token), 400, "REQUEST_INVALID");
        assertThat(http.get("/api/v1/search?query=%F0%9F%94%A5", token).status())
                .isEqualTo(200);
    }

    @Test
    void tellsWhatTheRouteAllows() {
        Answer method = http.get(ORDER, token);
        expect(method, 405, "METHOD_NOT_ALLOWED");
        assertThat(method.header("Allow")).isEqualTo("POST");
        Answer type = http.post(ORDER, token, "a=b", "Content-Type", "text/plain");
        expect(type, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(type.header("Accept")).contains("application/json");
        expect(http.get("/api/v1/me", token, "Accept", "image/png"), 406, "NOT_ACCEPTABLE");
        expect(http.get("/api/v1/nothing-here", token), 404, "NOT_FOUND");
        expect(
                http.send("DELETE", "/api/v1/me", token, HttpRequest.BodyPublishers.noBody()),
                405,
                "METHOD_NOT_ALLOWED");
    }

    @Test
    void speaksTheLanguageAskedFor() {
        String path = "/api/v1/nothing-here";
        assertThat(http.get(path, token).text("title")).isEqualTo("Не найдено");
        assertThat(http.get(path, token, "Accept-Language", "en-GB,en;q=0.9").text("title"))
                .isEqualTo("Not found");
        assertThat(http.get(path, token, "Accept-Language", "de, ru;q=0.5").text("title"))
                .isEqualTo("Не найдено");
        assertThat(http.get(path, token, "Accept-Language", "??,;;q=x").text("title"))
                .isEqualTo("Не найдено");
        assertThat(http.get(path, token, "Accept-Language", "en").header("Content-Language"))
                .isEqualTo("en");
    }

    @Test
    void keepsInternalsToItself() {
        for (String kind : new String[] {"conflict", "pool", "bug"}) {
            Answer answer = http.get("/api/v1/failures/" + kind, token);
            assertThat(answer.body()).doesNotContain("secret", "Exception", "at io.abonent");
            assertThat(answer.text("traceId")).matches("[0-9a-f]{32}");
        }
        expect(http.get("/api/v1/failures/conflict", token), 409, "VERSION_CONFLICT");
        expect(http.get("/api/v1/failures/bug", token), 500, "INTERNAL");
        Answer pool = http.get("/api/v1/failures/pool", token);
        expect(pool, 503, "TEMPORARILY_UNAVAILABLE");
        assertThat(pool.header("Retry-After")).isEqualTo("1");
    }

    @Test
    @DisplayName("F-16 A connection that dies in the middle of a transaction is no mistake of ours")
    void saysThatTheDatabaseWentAway() {
        Answer answer = http.post(
                "/api/v1/commands",
                token,
                "{\"name\":\"cut off\"}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        expect(answer, 503, "TEMPORARILY_UNAVAILABLE");
    }

    @Test
    void refusesOddUrlsInTheSameShape() {
        for (String path : new String[] {"/api/v1/%2e%2e/x", "/api/v1//me", "/api/v1/me;a=b", "/api/v1/%00"}) {
            expect(http.get(path, token), 400, "REQUEST_INVALID");
        }
        expect(http.send("TRACE", "/api/v1/me", token, HttpRequest.BodyPublishers.noBody()), 405, "METHOD_NOT_ALLOWED");
    }

    private static void expect(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("type"))
                .isEqualTo("urn:abonent:problem:"
                        + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(answer.text("title")).isNotBlank();
    }
}
