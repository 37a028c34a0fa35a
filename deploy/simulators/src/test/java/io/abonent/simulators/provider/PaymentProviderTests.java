package io.abonent.simulators.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.simulators.Calls;
import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.House;
import io.abonent.simulators.RunningSimulators;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentProviderTests {

    private static final String PAYMENTS = "/yookassa/v3/payments";

    private final Calls shop = RunningSimulators.shared().calls().asShop();
    private final Calls checker = RunningSimulators.shared().calls();
    private final House house = RunningSimulators.shared().house();

    @Test
    void createsAPendingPaymentWithItsPage() throws IOException {
        Reply created = order(UUID.randomUUID().toString(), "1234.56", "bank_card");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("/status")).isEqualTo("pending");
        assertThat(created.json().get("paid").asBoolean()).isFalse();
        assertThat(created.text("/amount/value")).isEqualTo("1234.56");
        assertThat(created.text("/confirmation/confirmation_url"))
                .isEqualTo("http://simulators.test/checkout/" + created.text("/id"));
        assertThat(shop.get(PAYMENTS + "/" + created.text("/id")).body()).isEqualTo(created.body());
    }

    @Test
    @DisplayName("The same key gives the same payment, another body under it is an error (F-36)")
    void sameKeySamePayment() throws IOException {
        String ours = UUID.randomUUID().toString();
        Reply first = order(ours, "10.00", "sbp");

        assertThat(order(ours, "10.00", "sbp").text("/id")).isEqualTo(first.text("/id"));
        Reply other = order(ours, "10.01", "sbp");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text("/type")).isEqualTo("error");
        assertThat(other.text("/code")).isEqualTo("invalid_request");
    }

    @Test
    void talksToItsShopOnly() throws IOException {
        Calls stranger = RunningSimulators.shared().calls();

        assertThat(stranger.get(PAYMENTS + "/x").status()).isEqualTo(401);
        assertThat(shop.get(PAYMENTS + "/x").status()).isEqualTo(404);
        assertThat(shop.post(PAYMENTS, "{}").text("/parameter")).isEqualTo("Idempotence-Key");
    }

    @ParameterizedTest
    @CsvSource({"0.00", "1.5", "-1.00", "1e3", "1000000000000.00", "''"})
    void refusesAmountsThatAreNone(String amount) throws IOException {
        assertThat(order(UUID.randomUUID().toString(), amount, "bank_card").status())
                .isEqualTo(400);
    }

    @Test
    void doesNotSendThePayerToAScript() throws IOException {
        Reply reply = shop.with("Idempotence-Key", "js").post(PAYMENTS, """
                {"amount":{"value":"1.00","currency":"RUB"},"capture":true,
                "confirmation":{"type":"redirect","return_url":"javascript:alert(1)"}}""");

        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED,succeeded,payment.succeeded",
        "succeeded,succeeded,payment.succeeded",
        "DECLINED,canceled,payment.canceled",
        "CANCELLED,canceled,payment.canceled",
        "EXPIRED,canceled,payment.canceled",
        "OTHER_AMOUNT,succeeded,payment.succeeded"
    })
    void tellsTheHouseWhatWasDecided(String outcome, String status, String event) throws IOException {
        String ours = UUID.randomUUID().toString();
        String id = order(ours, "5.00", "bank_card").text("/id");

        Reply decided = decide(ours.toUpperCase(Locale.ROOT), outcome);

        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.text("/status")).isEqualTo(status);
        assertThat(decided.text("/paymentId")).isEqualTo(ours);
        assertThat(shop.get(PAYMENTS + "/" + id).text("/status")).isEqualTo(status);
        await().untilAsserted(() -> assertThat(house.eventsAbout(id)).containsExactly(event));
    }

    @Test
    @DisplayName("What was charged may differ from the order (F-42)")
    void chargesAnotherAmount() throws IOException {
        String id = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");

        decide(id, "OTHER_AMOUNT");

        assertThat(shop.get(PAYMENTS + "/" + id).text("/amount/value")).isEqualTo("6.00");
    }

    @Test
    @DisplayName("Money taken and not a word about it (F-35)")
    void succeedsSilently() throws Exception {
        String id = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");

        assertThat(decide(id, "SILENT_SUCCESS").json().get("paid").asBoolean()).isTrue();

        Thread.sleep(400);
        assertThat(house.eventsAbout(id)).isEmpty();
        assertThat(shop.get(PAYMENTS + "/" + id).text("/status")).isEqualTo("succeeded");
    }

    @Test
    @DisplayName("Notifications doubled and reordered (F-38), and one that lies (F-39)")
    void notifiesBadly() throws IOException {
        String twice = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");
        String mixed = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");
        String forged = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");

        decide(twice, "DUPLICATE_NOTIFICATIONS");
        decide(mixed, "REORDERED_NOTIFICATIONS");
        decide(forged, "FORGED_NOTIFICATION");

        await().untilAsserted(() -> {
            assertThat(house.eventsAbout(twice))
                    .isEqualTo(List.of("payment.succeeded", "payment.succeeded", "payment.succeeded"));
            assertThat(house.eventsAbout(mixed))
                    .isEqualTo(List.of("payment.succeeded", "payment.waiting_for_capture", "payment.succeeded"));
            assertThat(house.eventsAbout(forged)).containsExactly("payment.succeeded");
        });
        assertThat(shop.get(PAYMENTS + "/" + forged).text("/status")).isEqualTo("pending");
    }

    @Test
    void repeatsANotificationUntilItIsTaken() throws IOException {
        String id = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");
        house.refuseNextAbout(id, 2);

        decide(id, "SUCCEEDED");

        await().untilAsserted(() -> assertThat(house.eventsAbout(id)).hasSize(3));
    }

    @Test
    void decidesOnce() throws IOException {
        String id = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");
        decide(id, "DECLINED");

        Reply late = decide(id, "SUCCEEDED");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/status")).isEqualTo("canceled");
        assertThat(decide(id, "DECLINED").status()).isEqualTo(200);
        assertThat(decide(id, "NONSENSE").status()).isEqualTo(400);
        assertThat(decide("nobody", "SUCCEEDED").status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(house.eventsAbout(id)).containsExactly("payment.canceled"));
    }

    @Test
    void holdsMoneyUntilItIsCaptured() throws IOException {
        String id = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");
        decide(id, "WAITING_FOR_CAPTURE");

        Reply captured = shop.with("Idempotence-Key", "capture").post(PAYMENTS + "/" + id + "/capture", "{}");

        assertThat(captured.text("/status")).isEqualTo("succeeded");
        assertThat(captured.text("/captured_at")).isNotEmpty();
        assertThat(shop.with("Idempotence-Key", "late")
                        .post(PAYMENTS + "/" + id + "/cancel", "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void givesMoneyBack() throws IOException {
        String id = order(UUID.randomUUID().toString(), "5.00", "bank_card").text("/id");
        assertThat(decide(id, "REFUNDED").status()).isEqualTo(409);
        decide(id, "SUCCEEDED");

        assertThat(decide(id, "REFUNDED").text("/payment/refunded_amount/value"))
                .isEqualTo("5.00");
        await().untilAsserted(() -> assertThat(house.eventsAbout(id)).contains("refund.succeeded"));
    }

    @Test
    @DisplayName("The notification may overtake the answer to the order (F-37)")
    void notificationOvertakesTheAnswer() throws IOException {
        checker.put("/payments/policy", "{\"outcome\":\"SUCCEEDED\",\"afterMs\":0}");
        try {
            Reply created = order(UUID.randomUUID().toString(), "5.00", "bank_card");

            assertThat(house.eventsAbout(created.text("/id"))).contains("payment.succeeded");
            assertThat(created.text("/status")).isEqualTo("pending");
            assertThat(shop.get(PAYMENTS + "/" + created.text("/id")).text("/status"))
                    .isEqualTo("succeeded");
        } finally {
            checker.delete("/payments/policy");
        }
    }

    @Test
    void payerPaysOnThePageAndReturns() throws IOException {
        String id = order(UUID.randomUUID().toString(), "1234.56", "bank_card").text("/id");
        Reply page = checker.get("/checkout/" + id);
        assertThat(page.body()).contains("1\u00A0234,56", "Оплатить", "Отказать", "Отменить", "Оплата газа");

        Reply paid = checker.submit("/checkout/" + id, "decision=SUCCEEDED");

        assertThat(paid.status()).isEqualTo(303);
        assertThat(paid.response().headers().firstValue("Location")).contains("http://house.test/back?p=1");
        assertThat(shop.get(PAYMENTS + "/" + id).text("/status")).isEqualTo("succeeded");
        assertThat(checker.get("/checkout/" + id).body())
                .contains("Оплачено", "http://house.test/back?p=1")
                .doesNotContain("Отказать");
        assertThat(checker.get("/checkout/nobody").status()).isEqualTo(404);
    }

    @Test
    void payerSeesACodeForTheFastPaymentSystem() throws IOException {
        String id = order(UUID.randomUUID().toString(), "20.00", "sbp").text("/id");

        assertThat(checker.get("/checkout/" + id).body()).contains("QR-код для оплаты через СБП", "<path");
    }

    private Reply decide(String id, String outcome) throws IOException {
        return checker.post("/payments/" + id + "/decision", "{\"outcome\":\"" + outcome + "\"}");
    }

    private Reply order(String ours, String amount, String method) throws IOException {
        return shop.with("Idempotence-Key", ours).post(PAYMENTS, """
                {"amount":{"value":"%s","currency":"RUB"},"capture":true,
                "confirmation":{"type":"redirect","return_url":"http://house.test/back?p=1"},
                "payment_method_data":{"type":"%s"},"description":"Оплата газа","metadata":{"paymentId":"%s"}}""".formatted(amount, method, ours));
    }
}
