package io.abonent.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.SupplierProfileChanged;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.ServiceTest;
import io.abonent.platform.testkit.TestEvents;
import io.abonent.platform.testkit.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service beside partners which tests script; one context for all ITs. */
@ServiceTest(
        properties = {
            "abonent.payment-provider.shop-id=shop",
            "abonent.payment-provider.secret-key=secret",
            "abonent.fiscal.token=token",
            "abonent.back-office.api-key=key",
            "abonent.guard.timeout=2s",
            "abonent.partner.read-timeout=3s",
            "abonent.reading.answer-within=1500ms",
            "abonent.payment.first-look=1s",
            "abonent.payment.shortest-pause=300ms",
            "abonent.payment.longest-pause=600ms",
            "abonent.fiscal.report-pause=200ms",
            "abonent.posting.first-pause=200ms",
            "abonent.reading.first-pause=200ms",
            "abonent.reading.ask-pause=300ms",
            "db-scheduler.polling-interval=200ms"
        })
abstract class RunningService {

    protected static final UUID GAZ_TEST = UUID.fromString("0198c000-0000-7000-8000-000000000001");
    protected static final ScriptedPartners PARTNERS = ScriptedPartners.INSTANCE;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    protected TestEvents events;

    @Autowired
    protected OutboxAssertions outbox;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MeterRegistry meters;

    /** A person who has signed and linked an account, and whose events have arrived. */
    protected record Holder(UUID userId, UUID supplyAccountId, String accountRef) {}

    @DynamicPropertySource
    static void partners(DynamicPropertyRegistry registry) {
        registry.add("abonent.back-office.url", () -> PARTNERS.url() + "/back-office/{supplierCode}");
        registry.add("abonent.payment-provider.url", () -> PARTNERS.url() + "/yookassa/v3");
        registry.add("abonent.fiscal.url", () -> PARTNERS.url() + "/fiscal/v5");
        registry.add("abonent.services.consent", PARTNERS::url);
        registry.add("abonent.services.account", PARTNERS::url);
    }

    @BeforeEach
    void everybodyIsWell() {
        PARTNERS.reset();
        events.publish(supplier(1));
        Awaitility.await("supplier replica")
                .until(() -> jdbc.sql("select count(*) from supplier where supplier_id = ?")
                                .param(GAZ_TEST)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    /** Whatever a test did to it, the ledger stands. */
    @AfterEach
    void ledgerBalances() {
        assertThat(jdbc.sql("select count(*) from journal_imbalance")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    protected static SupplierProfileChanged supplier(long version) {
        return new SupplierProfileChanged(
                GAZ_TEST,
                "Газ Тест",
                SupplierProfileChanged.Status.ACTIVE,
                "Europe/Moscow",
                false,
                "",
                new SupplierProfileChanged.PaymentRules(true, "RUB", 100, 10_000_000, 15, "1831000001"),
                new SupplierProfileChanged.ReadingRules(
                        true, true, SupplierProfileChanged.WindowMode.ALWAYS, 1, 25, 0, true, 10_000),
                version);
    }

    protected Holder holder(long debtMinor, AccessLevel level) {
        UUID user = UUID.randomUUID();
        UUID account = Ids.next();
        String ref = "ref-" + account;
        PARTNERS.owes(ref, debtMinor);
        PARTNERS.meter(ref, "S" + account.toString().substring(24), "1176", "2026-10-24");
        sign(user);
        link(user, account, ref, level);
        Holder holder = new Holder(user, account, ref);
        Awaitility.await("replicas")
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v1/supply-accounts/" + account + "/balance", user)
                                .status()
                        == 200);
        return holder;
    }

    protected void sign(UUID user) {
        events.publish(new ConsentSigned(
                Ids.next(),
                user,
                UUID.fromString("0198c000-0000-7000-8000-0000000000c1"),
                1,
                ConsentPurpose.PERSONAL_DATA,
                Ids.next(),
                ConsentSigned.Method.PASSWORD,
                Instant.now(),
                1));
    }

    protected AccountLinked link(UUID user, UUID account, String ref, AccessLevel level) {
        AccountLinked linked =
                new AccountLinked(Ids.next(), user, account, GAZ_TEST, ref, "****5952", level, null, Instant.now(), 1);
        events.publish(linked);
        return linked;
    }

    protected Answer quoteDebt(Holder holder) {
        return post("/api/v1/payment-quotes", holder.userId(), """
                {"parts": [{"supplyAccountId": "%s", "mode": "DEBT"}]}
                """.formatted(holder.supplyAccountId()));
    }

    protected static String payBody(String quoteId) {
        return """
                {"quoteId": "%s", "method": "CARD", "returnUrl": "http://localhost:8080/paid"}
                """.formatted(quoteId);
    }

    /** A payment of the whole debt that waits at the provider. */
    protected UUID pendingPayment(Holder holder) {
        Answer quote = quoteDebt(holder);
        assertThat(quote.status()).as(quote.toString()).isEqualTo(201);
        Answer paid = post("/api/v1/payments", holder.userId(), payBody(quote.text("quoteId")));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        UUID paymentId = UUID.fromString(paid.text("paymentId"));
        PARTNERS.provider(
                paymentId,
                "pending",
                BigDecimal.valueOf(paid.body().path("totalMinor").asLong(), 2).toPlainString());
        return paymentId;
    }

    protected String statusOf(Holder holder, UUID paymentId) {
        return get("/api/v1/payments/" + paymentId, holder.userId()).text("status");
    }

    protected void awaitStatus(Holder holder, UUID paymentId, String status) {
        Awaitility.await(status)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> statusOf(holder, paymentId).equals(status));
    }

    protected int notifyProvider(String body) {
        return send("POST", "/api/v1/payment-notifications", null, body, null).status();
    }

    protected Answer get(String path, UUID user) {
        return send("GET", path, TestTokens.forUser(user), null, null);
    }

    protected Answer post(String path, UUID user, String body) {
        return post(path, user, body, UUID.randomUUID().toString());
    }

    protected Answer post(String path, UUID user, String body, @Nullable String key) {
        return send("POST", path, TestTokens.forUser(user), body, key);
    }

    protected Answer send(
            String method, String path, @Nullable String token, @Nullable String body, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String text = response.body();
            return new Answer(
                    response.statusCode(), text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        String text(String name) {
            return body.path(name).asString("");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
