package io.abonent.billing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.PaymentPaid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaymentIT extends RunningService {

    private static final String PAYMENTS = "/api/v1/payments";

    @Test
    @DisplayName("F-04, F-35: the provider took the order and hung; asked again under the same key, it tells")
    void resolvesAnUnknownOutcome() {
        Holder holder = holder(123_456, AccessLevel.BASIC);
        String quoteId = quoteDebt(holder).text("quoteId");
        PARTNERS.creation(aResponse().withStatus(200).withBody("<html>").withFixedDelay(10));

        Answer paid = post(PAYMENTS, holder.userId(), payBody(quoteId));

        assertThat(paid.status()).isEqualTo(201);
        assertThat(paid.text("status")).isEqualTo("PENDING");
        assertThat(paid.body().has("confirmationUrl")).isFalse();
        UUID paymentId = UUID.fromString(paid.text("paymentId"));
        assertThat(rowStatus(paymentId)).isEqualTo("UNKNOWN");
        assertThat(meters.get("abonent.payments.unknown").gauge().value()).isPositive();
        assertThat(meters.get("abonent.payments.unknown.oldest.age").gauge().value())
                .isPositive();

        PARTNERS.creation(okJson(ScriptedPartners.object(paymentId, "succeeded", "1234.56")));
        awaitStatus(holder, paymentId, "POSTED");
        assertThat(entries(paymentId)).isEqualTo(4);
    }

    @Test
    @DisplayName("F-36: failed only when the provider says so; a silent success is found by asking (SILENT_SUCCESS)")
    void asksUntilTheProviderDecides() {
        Holder holder = holder(50_000, AccessLevel.BASIC);
        UUID declined = pendingPayment(holder);
        assertThat(statusOf(holder, declined)).isEqualTo("PENDING");
        PARTNERS.provider(declined, "canceled", "500.00");
        awaitStatus(holder, declined, "FAILED");
        assertThat(events.awaitPublished(PaymentFailed.class, e -> e.paymentId().equals(declined))
                        .reason())
                .isEqualTo(PaymentFailed.Reason.DECLINED);

        UUID silent = pendingPayment(holder);
        PARTNERS.provider(silent, "succeeded", "500.00");
        awaitStatus(holder, silent, "POSTED");
    }

    @Test
    @DisplayName("F-37, F-38: a flood of true, repeated and outdated notices makes one posting")
    void convergesUnderNotifications() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        UUID paymentId = pendingPayment(holder);
        PARTNERS.provider(paymentId, "succeeded", "100.00");
        for (String status : List.of("succeeded", "pending", "succeeded", "canceled", "succeeded")) {
            assertThat(notifyProvider(ScriptedPartners.notification(paymentId, status)))
                    .isEqualTo(200);
        }
        awaitStatus(holder, paymentId, "POSTED");
        assertThat(entries(paymentId)).isEqualTo(4);
        assertThat(events.published(PaymentPaid.class).stream()
                        .filter(published -> published.event().paymentId().equals(paymentId)))
                .hasSize(1);
    }

    @Test
    @DisplayName("F-39: a forged notice moves nothing; what it claims is not believed")
    void ignoresForgeries() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        UUID paymentId = pendingPayment(holder);
        PARTNERS.provider(paymentId, "pending", "100.00");

        assertThat(notifyProvider(ScriptedPartners.notification(paymentId, "succeeded")))
                .isEqualTo(200);
        assertThat(notifyProvider(ScriptedPartners.notification(UUID.randomUUID(), "succeeded")))
                .isEqualTo(200);
        for (String junk : List.of("", "[]", "{}", "{\"object\":{}}", "nonsense", "{\"object\":{\"id\":\"a b\"}}")) {
            assertThat(notifyProvider(junk)).as(junk).isEqualTo(400);
        }
        assertThat(notifyProvider("{\"object\": \"" + "x".repeat(20_000) + "\"}"))
                .isEqualTo(413);

        Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(statusOf(holder, paymentId)).isEqualTo("PENDING");
        assertThat(entries(paymentId)).isZero();
    }

    @Test
    @DisplayName("Late success: the money wins over what we had told")
    void acceptsALateSuccess() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        UUID paymentId = pendingPayment(holder);
        PARTNERS.provider(paymentId, "canceled", "100.00");
        awaitStatus(holder, paymentId, "FAILED");

        PARTNERS.provider(paymentId, "succeeded", "100.00");
        notifyProvider(ScriptedPartners.notification(paymentId, "succeeded"));

        awaitStatus(holder, paymentId, "POSTED");
        assertThat(events.awaitPublished(PaymentPaid.class, e -> e.paymentId().equals(paymentId))
                        .late())
                .isTrue();
    }

    @Test
    @DisplayName(
            "F-42: another amount, said twice, is what the part and the journal have and what the supplier credits")
    void postsWhatWasCharged() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        UUID paymentId = pendingPayment(holder);
        PARTNERS.provider(paymentId, "succeeded", "90.00");
        awaitStatus(holder, paymentId, "POSTED");

        assertThat(numbers("select amount_minor from payment_part where payment_id = ?", paymentId))
                .containsExactly(9_000L);
        assertThat(numbers(
                        "select abs(amount_minor) from journal_entry join journal_transaction using (transaction_id) where payment_id = ?",
                        paymentId))
                .containsExactly(9_000L, 9_000L, 9_000L, 9_000L);
        UUID partId = jdbc.sql("select part_id from payment_part where payment_id = ?")
                .param(paymentId)
                .query(UUID.class)
                .single();
        assertThat(PARTNERS.posted(partId, 9_000)).isEqualTo(1);
    }

    @Test
    @DisplayName("F-43: a refund is a new transaction; the old entries stand")
    void entersARefund() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        UUID paymentId = pendingPayment(holder);
        PARTNERS.provider(paymentId, "succeeded", "100.00");
        awaitStatus(holder, paymentId, "POSTED");

        PARTNERS.providerSays(
                paymentId,
                ScriptedPartners.object(paymentId, "succeeded", "100.00")
                        .replace(
                                "\"test\"",
                                "\"refunded_amount\": {\"value\": \"40.00\", \"currency\": \"RUB\"}, \"test\""));
        notifyProvider(
                "{\"event\": \"refund.succeeded\", \"object\": {\"id\": \"refund-12345\", \"payment_id\": \"%s\"}}"
                        .formatted(paymentId));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> entries(paymentId) == 6);
        assertThat(get(PAYMENTS + "/" + paymentId, holder.userId())
                        .body()
                        .path("refundedMinor")
                        .asLong())
                .isEqualTo(4_000);
    }

    @Test
    @DisplayName("F-57: the same key 20 times at once makes one payment and one answer")
    void oneEffectPerKey() throws Exception {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        String body = payBody(quoteDebt(holder).text("quoteId"));
        String key = UUID.randomUUID().toString();

        List<Answer> answers = atOnce(20, turn -> post(PAYMENTS, holder.userId(), body, key));

        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        Answer again = post(PAYMENTS, holder.userId(), body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(paymentsOf(holder)).isEqualTo(1);
        assertThat(post(PAYMENTS, holder.userId(), body.replace("CARD", "SBP"), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("F-04: a payment begun before a kill is found by the key of the request that began it")
    void findsThePaymentWhoseAnswerWasNeverNoted() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        String body = payBody(quoteDebt(holder).text("quoteId"));
        String key = UUID.randomUUID().toString();
        Answer first = post(PAYMENTS, holder.userId(), body, key);
        int forgotten = jdbc.sql("delete from http_idempotency where key = ?")
                .param(key)
                .update();

        Answer again = post(PAYMENTS, holder.userId(), body, key);

        assertThat(forgotten).isEqualTo(1);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("paymentId")).isEqualTo(first.text("paymentId"));
        assertThat(paymentsOf(holder)).isEqualTo(1);
    }

    @Test
    @DisplayName("F-59: ten devices with one quote make one payment")
    void oneQuotePaysOnce() throws Exception {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        String body = payBody(quoteDebt(holder).text("quoteId"));

        List<Answer> answers = atOnce(10, turn -> post(PAYMENTS, holder.userId(), body));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allMatch(
                        answer -> answer.status() == 409 && answer.text("code").equals("QUOTE_USED"));
        assertThat(paymentsOf(holder)).isEqualTo(1);
    }

    @Test
    @DisplayName("F-59: ten devices with ten quotes of one debt: one pays, the others are asked whether they mean it")
    void suspectsTheSecondPaymentOfOneDebt() throws Exception {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        List<String> bodies = new ArrayList<>();
        for (int device = 0; device < 10; device++) {
            bodies.add(payBody(quoteDebt(holder).text("quoteId")));
        }

        List<Answer> answers = atOnce(10, turn -> post(PAYMENTS, holder.userId(), bodies.get(turn)));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        int refused = 0;
        while (answers.get(refused).status() == 201) {
            refused++;
        }
        assertThat(answers.get(refused).text("code")).isEqualTo("DUPLICATE_SUSPECTED");
        String confirmed = bodies.get(refused).replace("}", ", \"confirmDuplicate\": true}");
        assertThat(post(PAYMENTS, holder.userId(), confirmed).status()).isEqualTo(201);
        assertThat(paymentsOf(holder)).isEqualTo(2);
    }

    @Test
    void refusesWhatTheRulesForbid() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        Holder stranger = holder(10_000, AccessLevel.BASIC);
        String quoteId = quoteDebt(holder).text("quoteId");

        Answer elsewhere = post(PAYMENTS, holder.userId(), payBody(quoteId).replace("localhost:8080", "evil.example"));
        assertThat(elsewhere.text("code")).isEqualTo("RETURN_URL_NOT_ALLOWED");
        assertThat(post(PAYMENTS, stranger.userId(), payBody(quoteId)).status()).isEqualTo(404);
        assertThat(post(PAYMENTS, holder.userId(), payBody(quoteId), null).status())
                .isEqualTo(400);

        PARTNERS.owes(holder.accountRef(), 9_000);
        jdbc.sql("update account_balance set asked_at = asked_at - interval '1 hour' where supply_account_id = ?")
                .param(holder.supplyAccountId())
                .update();
        assertThat(post(PAYMENTS, holder.userId(), payBody(quoteId)).text("code"))
                .isEqualTo("QUOTE_CHANGED");
        jdbc.sql("update payment_quote set expires_at = now() where quote_id = ?")
                .param(UUID.fromString(quoteId))
                .update();
        assertThat(post(PAYMENTS, holder.userId(), payBody(quoteId)).text("code"))
                .isEqualTo("QUOTE_EXPIRED");

        UUID paymentId = pendingPayment(holder);
        assertThat(get(PAYMENTS + "/" + paymentId, stranger.userId()).status()).isEqualTo(404);
        assertThat(get(PAYMENTS, stranger.userId()).body().path("items").size()).isZero();
        assertThat(get(PAYMENTS, holder.userId()).body().path("items").size()).isEqualTo(1);
    }

    @Test
    void aQuoteIsShownAgainToItsOwnerAndNamesThePaymentThatUsedIt() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        Holder stranger = holder(10_000, AccessLevel.BASIC);
        Answer made = quoteDebt(holder);
        String path = "/api/v1/payment-quotes/" + made.text("quoteId");

        Answer again = get(path, holder.userId());
        assertThat(again.text("quoteId")).isEqualTo(made.text("quoteId"));
        assertThat(again.body().path("totalMinor")).isEqualTo(made.body().path("totalMinor"));
        assertThat(again.body().path("parts")).isEqualTo(made.body().path("parts"));
        assertThat(again.body().has("paymentId")).isFalse();
        assertThat(get(path, stranger.userId()).status()).isEqualTo(404);

        String paymentId =
                post(PAYMENTS, holder.userId(), payBody(made.text("quoteId"))).text("paymentId");
        assertThat(get(path, holder.userId()).text("paymentId")).isEqualTo(paymentId);
    }

    private List<Answer> atOnce(int devices, java.util.function.IntFunction<Answer> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(devices);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int device = 0; device < devices; device++) {
                int turn = device;
                Callable<Answer> waiting = () -> {
                    start.await();
                    return call.apply(turn);
                };
                running.add(threads.submit(waiting));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private String rowStatus(UUID paymentId) {
        return jdbc.sql("select status from payment where payment_id = ?")
                .param(paymentId)
                .query(String.class)
                .single();
    }

    private List<Long> numbers(String sql, UUID paymentId) {
        return jdbc.sql(sql).param(paymentId).query(Long.class).list();
    }

    private long paymentsOf(Holder holder) {
        return jdbc.sql("select count(*) from payment where user_id = ?")
                .param(holder.userId())
                .query(Long.class)
                .single();
    }

    private long entries(UUID paymentId) {
        return jdbc.sql(
                        "select count(*) from journal_entry join journal_transaction using (transaction_id) where payment_id = ?")
                .param(paymentId)
                .query(Long.class)
                .single();
    }
}
