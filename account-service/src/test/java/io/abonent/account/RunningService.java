package io.abonent.account;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.ServiceTest;
import io.abonent.platform.testkit.TestEvents;
import io.abonent.platform.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service beside a supplier's back office and a consent-service which tests script. One for all ITs. */
@ServiceTest(
        properties = {
            "abonent.back-office.api-key=the-key",
            // Patient: what is late on a busy machine is not what these tests are about.
            "abonent.back-office.connect-timeout=4s",
            "abonent.back-office.read-timeout=4s",
            "abonent.guard.timeout=2s",
            "abonent.demo.suppliers=true",
            "abonent.linking.first-retry=1s",
            "abonent.linking.per-hour.attempts=30",
            "abonent.linking.per-day.attempts=40",
            // Who claims to be elsewhere is believed: the tests come from the machine itself, as a gateway would.
            "server.forward-headers-strategy=native",
            "abonent.linking.per-address.attempts=6",
            "abonent.access.per-address.attempts=6"
        })
public abstract class RunningService {

    protected static final UUID GAZ_TEST = UUID.fromString("0198c000-0000-7000-8000-000000000001");
    protected static final UUID TEPLO_TEST = UUID.fromString("0198c000-0000-7000-8000-000000000002");
    protected static final UUID DOCUMENT = UUID.fromString("0198c000-0000-7000-8000-0000000000c1");
    protected static final WireMockServer PARTNERS = started();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger NUMBERS = new AtomicInteger(40_000_000);

    @LocalServerPort
    private int port;

    @Autowired
    protected TestEvents events;

    @Autowired
    protected OutboxAssertions outbox;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void partners(DynamicPropertyRegistry registry) {
        registry.add("abonent.back-office.url", () -> PARTNERS.baseUrl() + "/back-office/{supplierCode}");
        registry.add("abonent.services.consent", PARTNERS::baseUrl);
    }

    private static WireMockServer started() {
        WireMockServer server =
                new WireMockServer(wireMockConfig().dynamicPort().containerThreads(64));
        server.start();
        return server;
    }

    @BeforeEach
    void nobodyKnowsAnything() {
        PARTNERS.resetAll();
        PARTNERS.stubFor(
                WireMock.get(urlPathMatching("/back-office/.*")).atPriority(100).willReturn(notFound()));
        PARTNERS.stubFor(WireMock.get(urlPathEqualTo("/api/v1/consents"))
                .atPriority(100)
                .willReturn(okJson("{\"items\": [{\"purpose\": \"PERSONAL_DATA\", \"status\": \"REQUIRED\"}]}")));
        events.publish(TestEvents.example(ConsentDocumentPublished.class));
    }

    protected static ResponseDefinitionBuilder notFound() {
        return aResponse()
                .withStatus(404)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"code\": \"NOT_FOUND\"}");
    }

    protected static String freshNumber() {
        return Integer.toString(NUMBERS.incrementAndGet());
    }

    /** The supplier knows this account from now on. */
    protected static void open(String number) {
        account(number, "OPEN");
    }

    protected static void account(String number, String status) {
        PARTNERS.stubFor(WireMock.get(urlPathEqualTo("/back-office/gaz-test/accounts"))
                .withQueryParam("number", equalTo(number))
                .willReturn(okJson("""
                        {"accountRef": "ref-%s", "number": "%s", "address": "г Тестовск, ул Ленина, д. 12, кв. 7",
                         "status": "%s", "currency": "RUB"}""".formatted(number, number, status))));
    }

    /** The supplier knows this PIN; any other is wrong. */
    protected static void pin(String number, String pin) {
        String path = "/back-office/gaz-test/accounts/ref-" + number + "/access-checks";
        PARTNERS.stubFor(WireMock.post(urlPathEqualTo(path)).atPriority(10).willReturn(okJson("{\"match\": false}")));
        PARTNERS.stubFor(WireMock.post(urlPathEqualTo(path))
                .withRequestBody(matchingJsonPath("$.secret", equalTo(pin)))
                .willReturn(okJson("{\"match\": true}")));
    }

    /** A new person who has signed, and of whom this service knows it. */
    protected UUID signedUser() {
        UUID user = Ids.next();
        events.publish(signed(user, Ids.next(), 1, 1));
        awaitStep(user, "LINK_ACCOUNT");
        return user;
    }

    protected static ConsentSigned signed(UUID user, UUID consentId, int documentVersion, long version) {
        return new ConsentSigned(
                consentId,
                user,
                DOCUMENT,
                documentVersion,
                ConsentPurpose.PERSONAL_DATA,
                Ids.next(),
                ConsentSigned.Method.PASSWORD,
                Instant.now(),
                version);
    }

    protected static ConsentWithdrawn withdrawn(UUID user, UUID consentId, long version) {
        return new ConsentWithdrawn(
                consentId, user, DOCUMENT, 1, ConsentPurpose.PERSONAL_DATA, Ids.next(), Instant.now(), version);
    }

    protected void awaitStep(UUID user, String step) {
        Awaitility.await("onboarding of " + user)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get("/api/v1/onboarding", user).text("nextStep").equals(step));
    }

    protected Answer link(UUID user, String number) {
        return post(
                "/api/v1/account-links",
                user,
                linkBody(number),
                UUID.randomUUID().toString());
    }

    protected static String linkBody(String number) {
        return """
                {"supplierId": "%s", "accountNumber": "%s"}""".formatted(GAZ_TEST, number);
    }

    protected UUID linked(UUID user, String number) {
        return UUID.fromString(link(user, number).text("linkId"));
    }

    protected Answer prove(UUID user, UUID linkId, String pin) {
        return post(
                "/api/v1/account-links/" + linkId + "/extended-access",
                user,
                "{\"method\": \"PIN\", \"secret\": \"" + pin + "\"}",
                null);
    }

    protected Answer get(String path, @Nullable UUID user) {
        return send("GET", path, token(user), null, null);
    }

    /** As a client that names no language. */
    protected Answer inNoLanguage(String path, UUID user) {
        return answer(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", TestTokens.bearer(user))
                .build());
    }

    protected Answer post(String path, @Nullable UUID user, String body, @Nullable String key) {
        return send("POST", path, token(user), body, key);
    }

    /** Through a gateway that says where the person sits. */
    protected Answer postFrom(String address, String path, UUID user, String body) {
        return answer(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", TestTokens.bearer(user))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    protected static @Nullable String token(@Nullable UUID user) {
        return user == null ? null : TestTokens.forUser(user);
    }

    protected Answer send(
            String method, String path, @Nullable String token, @Nullable String body, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", "\"" + key + "\"");
        }
        return answer(request.build());
    }

    protected Answer patch(UUID user, UUID linkId, String body, String ifMatch) {
        return answer(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/account-links/" + linkId))
                .header("Authorization", TestTokens.bearer(user))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(body))
                .build());
    }

    private static Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            JsonNode body = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), response.headers(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
