package io.abonent.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.billing.BalanceUpdated;
import io.abonent.contracts.billing.FiscalReceiptRegistered;
import io.abonent.contracts.billing.PaymentCreated;
import io.abonent.contracts.billing.PaymentPaid;
import io.abonent.contracts.billing.PaymentPosted;
import io.abonent.contracts.billing.ReadingAccepted;
import io.abonent.contracts.billing.ReadingSubmitted;
import io.abonent.platform.testkit.OpenApiSnapshot;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The steps of the instruction which this service carries, through HTTP, PostgreSQL and Kafka. */
class BillingServiceIT extends RunningService {

    @Test
    @DisplayName("S15-S19: a linked account is seen, its debt paid to the last posting, its meter read")
    void walksTheInstruction() {
        Holder holder = holder(123_456, AccessLevel.EXTENDED);
        UUID account = holder.supplyAccountId();

        Answer balance = get("/api/v1/supply-accounts/" + account + "/balance", holder.userId());
        assertThat(balance.body().path("amountDueMinor").asLong()).isEqualTo(123_456);
        assertThat(balance.body().path("lines").size()).isEqualTo(1);

        UUID paymentId = pendingPayment(holder);
        Answer pending = get("/api/v1/payments/" + paymentId, holder.userId());
        assertThat(pending.text("status")).isEqualTo("PENDING");
        assertThat(pending.text("confirmationUrl")).startsWith(PARTNERS.url());

        PARTNERS.provider(paymentId, "succeeded", "1234.56");
        PARTNERS.owes(holder.accountRef(), 0);
        assertThat(notifyProvider(ScriptedPartners.notification(paymentId, "succeeded")))
                .isEqualTo(200);
        awaitStatus(holder, paymentId, "POSTED");

        assertThat(events.awaitPublished(
                                PaymentCreated.class, e -> e.paymentId().equals(paymentId))
                        .version())
                .isEqualTo(1);
        assertThat(events.awaitPublished(PaymentPaid.class, e -> e.paymentId().equals(paymentId))
                        .late())
                .isFalse();
        events.awaitPublished(PaymentPosted.class, e -> e.paymentId().equals(paymentId));
        FiscalReceiptRegistered receipt = events.awaitPublished(
                FiscalReceiptRegistered.class, e -> e.paymentId().equals(paymentId));
        assertThat(receipt.amountMinor()).isEqualTo(123_456);
        JsonNode part = get("/api/v1/payments/" + paymentId, holder.userId())
                .body()
                .path("parts")
                .path(0);
        assertThat(part.path("fiscalStatus").asString()).isEqualTo("REGISTERED");
        assertThat(part.path("supplierStatus").asString()).isEqualTo("ACKED");
        assertThat(part.path("receiptUrl").asString()).isEqualTo("http://ofd.example/71");
        events.awaitPublished(
                BalanceUpdated.class, e -> e.supplyAccountId().equals(account) && e.amountDueMinor() == 0);
        assertThat(quoteDebt(holder).text("code")).isEqualTo("NOTHING_DUE");

        readsTheMeter(holder);
        outbox.awaitEmpty();
    }

    private void readsTheMeter(Holder holder) {
        JsonNode meter = get("/api/v1/supply-accounts/" + holder.supplyAccountId() + "/meters", holder.userId())
                .body()
                .path("items")
                .path(0);
        assertThat(meter.path("registers")
                        .path(0)
                        .path("previous")
                        .path("value")
                        .asString())
                .isEqualTo("1176");
        assertThat(meter.path("serialMasked").asString()).startsWith("***");
        String meterId = meter.path("meterId").asString();

        Answer read = post("/api/v1/meter-readings", holder.userId(), """
                {"readings": [{"meterId": "%s", "registers": [{"code": "T1", "value": "1201.7"}]}]}
                """.formatted(meterId));
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        JsonNode result = read.body().path("results").path(0);
        assertThat(result.path("status").asString()).as(read.toString()).isEqualTo("ACCEPTED");
        assertThat(result.path("recorded").path(0).path("value").asString()).isEqualTo("1201");
        UUID readingId = UUID.fromString(result.path("readingId").asString());
        assertThat(events.awaitPublished(
                                ReadingSubmitted.class, e -> e.readingId().equals(readingId))
                        .version())
                .isEqualTo(1);
        events.awaitPublished(ReadingAccepted.class, e -> e.readingId().equals(readingId));

        Answer lower = post("/api/v1/meter-readings", holder.userId(), """
                {"readings": [{"meterId": "%s", "registers": [{"code": "T1", "value": 1100}]}]}
                """.formatted(meterId));
        assertThat(lower.body().path("results").path(0).path("code").asString()).isEqualTo("READING_BELOW_PREVIOUS");
        assertThat(get("/api/v1/meter-readings?meterId=" + meterId, holder.userId())
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theDocumentIsTheService(@Autowired OpenApiSnapshot openApi) {
        openApi.matches("docs/openapi/billing-service.json");
    }
}
