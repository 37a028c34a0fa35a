package io.abonent.billing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.billing.payment.PaidParts;
import io.abonent.contracts.account.AccessLevel;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supplier that is away, talks nonsense or says no. */
class SupplierIT extends RunningService {

    /** A payment, its part without the receipt's progress, and how much the ledger says of it. */
    private static final String WRITTEN = """
            select p.status, p.posted_at, part.supplier_status, part.supplier_operation_id,
                (select count(*) from journal_transaction j where j.payment_id = p.payment_id)
            from payment p join payment_part part using (payment_id) where payment_id = ?""";

    @Autowired
    private PaidParts parts;

    @Test
    @DisplayName("Supplier down: the last known figures with their age; the debt cannot be paid, an own amount can")
    void showsLastKnownFigures() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        makeOld(holder, "2 days");
        for (String garbage : List.of(
                "<html>",
                "{}",
                "[]",
                "null",
                "{\"debtMinor\": -1, \"creditMinor\": 0, \"currency\": \"RUB\", \"asOf\": \"2026-11-22T00:00:00Z\", \"lines\": []}",
                "{\"debtMinor\": 1e30, \"creditMinor\": 0, \"currency\": \"RUB\", \"asOf\": \"2026-11-22T00:00:00Z\", \"lines\": []}",
                "{\"debtMinor\": 1.5, \"creditMinor\": 0, \"currency\": \"RUB\", \"asOf\": \"2026-11-22T00:00:00Z\", \"lines\": []}",
                "{\"debtMinor\": 1, \"creditMinor\": 0, \"currency\": \"рубли\", \"asOf\": \"2026-11-22T00:00:00Z\", \"lines\": []}",
                "{\"debtMinor\": 1, \"creditMinor\": 0, \"currency\": \"RUB\", \"asOf\": \"yesterday\", \"lines\": []}",
                "{\"debtMinor\": 1, \"creditMinor\": 0, \"currency\": \"RUB\"}")) {
            PARTNERS.balance(holder.accountRef(), okJson(garbage));
            Answer shown = balance(holder);
            assertThat(shown.body().path("amountDueMinor").asLong()).as(garbage).isEqualTo(10_000);
            assertThat(shown.body().path("stale").asBoolean(false)).as(garbage).isTrue();
        }
        Answer debt = quoteDebt(holder);
        assertThat(debt.status()).isEqualTo(503);
        assertThat(debt.text("code")).isEqualTo("SUPPLIER_UNAVAILABLE");
        assertThat(quoteCustom(holder, 5_000).status()).isEqualTo(201);
    }

    @Test
    void keepsToTheLimitsOfTheSupplier() {
        Holder holder = holder(10_000, AccessLevel.BASIC);

        assertThat(quoteCustom(holder, 99).text("code")).isEqualTo("AMOUNT_OUT_OF_RANGE");
        assertThat(quoteCustom(holder, 10_000_001).status()).isEqualTo(422);
        assertThat(quoteCustom(holder, 0).status()).isEqualTo(400);
        Answer both = post("/api/v1/payment-quotes", holder.userId(), """
                {"parts": [{"supplyAccountId": "%s", "mode": "DEBT", "amountMinor": 1}]}
                """.formatted(holder.supplyAccountId()));
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.text("code")).isEqualTo("AMOUNT_NOT_ALLOWED");
    }

    @Test
    @DisplayName("A posting refused for good: the money stays in the books as an advance, the debt stays paid")
    void holdsTheMoneyOfARefusedPosting() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        PARTNERS.posting(aResponse().withStatus(409).withBody("{\"code\": \"ACCOUNT_CLOSED\"}"));
        UUID paymentId = pendingPayment(holder);
        PARTNERS.provider(paymentId, "succeeded", "100.00");
        notifyProvider(ScriptedPartners.notification(paymentId, "succeeded"));

        awaitSupplierStatus(holder, paymentId, "REJECTED");
        assertThat(statusOf(holder, paymentId)).isEqualTo("PAID");
        assertThat(balance(holder).body().path("amountDueMinor").asLong()).isZero();
        assertThat(jdbc.sql("select sum(amount_minor) from journal_entry where account = ?")
                        .param("CUSTOMER_ADVANCE:" + holder.supplyAccountId())
                        .query(Long.class)
                        .single())
                .isEqualTo(-10_000);
    }

    @Test
    @DisplayName(
            "Paid and posted while the supplier's figures lag: the debt is not shown a second time, nor taken off twice")
    void takesAPaymentOffExactlyOnce() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        PARTNERS.posting(aResponse().withStatus(503));
        UUID paymentId = pendingPayment(holder);
        PARTNERS.provider(paymentId, "succeeded", "100.00");
        notifyProvider(ScriptedPartners.notification(paymentId, "succeeded"));
        awaitStatus(holder, paymentId, "PAID");
        makeOld(holder, "1 hour");
        assertThat(balance(holder).body().path("amountDueMinor").asLong())
                .as("the supplier still says 100, the payment is on its way")
                .isZero();
        assertThat(quoteDebt(holder).text("code")).isEqualTo("NOTHING_DUE");

        PARTNERS.owes(holder.accountRef(), 2_500);
        PARTNERS.posting(okJson("{\"operationId\": \"op-1\", \"status\": \"ACCEPTED\"}"));
        awaitStatus(holder, paymentId, "POSTED");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> balance(holder).body().path("amountDueMinor").asLong() == 2_500);
        assertThat(balance(holder).body().path("pendingMinor").asLong()).isZero();
    }

    @Test
    @DisplayName("F-03: a posting that two workers were told of is what the first one wrote down, once")
    void aPostingToldAgainChangesNothing() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        PARTNERS.posting(okJson("{\"operationId\": \"op-first\", \"status\": \"ACCEPTED\"}"));
        UUID paymentId = pendingPayment(holder);
        PARTNERS.provider(paymentId, "succeeded", "100.00");
        notifyProvider(ScriptedPartners.notification(paymentId, "succeeded"));
        awaitStatus(holder, paymentId, "POSTED");
        String written = written(paymentId);

        UUID partId = jdbc.sql("select part_id from payment_part where payment_id = ?")
                .param(paymentId)
                .query(UUID.class)
                .single();
        parts.acknowledged(partId, "op-second");

        assertThat(written(paymentId)).isEqualTo(written).contains("op-first");
    }

    private String written(UUID paymentId) {
        return jdbc.sql(WRITTEN).param(paymentId).query().singleRow().toString();
    }

    private Answer balance(Holder holder) {
        return get("/api/v1/supply-accounts/" + holder.supplyAccountId() + "/balance", holder.userId());
    }

    private Answer quoteCustom(Holder holder, long amountMinor) {
        return post("/api/v1/payment-quotes", holder.userId(), """
                {"parts": [{"supplyAccountId": "%s", "mode": "CUSTOM", "amountMinor": %d}]}
                """.formatted(holder.supplyAccountId(), amountMinor));
    }

    private void makeOld(Holder holder, String age) {
        jdbc.sql("update account_balance set asked_at = now() - cast(? as interval) where supply_account_id = ?")
                .params(age, holder.supplyAccountId())
                .update();
    }

    private void awaitSupplierStatus(Holder holder, UUID paymentId, String status) {
        Awaitility.await(status)
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v1/payments/" + paymentId, holder.userId())
                        .body()
                        .path("parts")
                        .path(0)
                        .path("supplierStatus")
                        .asString()
                        .equals(status));
    }
}
