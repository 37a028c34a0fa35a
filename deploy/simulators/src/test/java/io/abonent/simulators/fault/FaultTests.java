package io.abonent.simulators.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.abonent.simulators.Calls;
import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.RunningSimulators;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTests {

    private static final String PAYMENTS = "/yookassa/v3/payments";
    private static final String ACCOUNT = "/back-office/gaz-test/accounts?number=23185952";

    private final Calls checker = RunningSimulators.shared().calls();
    private final Calls shop = checker.asShop();
    private final Calls partner = checker.asSupplierPartner();

    @AfterEach
    void heal() throws IOException {
        checker.delete("/faults");
    }

    @ParameterizedTest
    @CsvSource({"ERROR_500,500", "UNAVAILABLE,503", "THROTTLE,429", "REFUSE_BIND,401"})
    void answersBadlyAsOftenAsTold(String mode, int status) throws IOException {
        fault("back-office", "{\"mode\":\"%s\",\"times\":2}".formatted(mode));

        assertThat(partner.get(ACCOUNT).status()).isEqualTo(status);
        assertThat(partner.get(ACCOUNT).status()).isEqualTo(status);
        assertThat(partner.get(ACCOUNT).status()).isEqualTo(200);
        Reply state = checker.get("/faults/back-office");
        assertThat(state.text("/mode")).isEqualTo("NONE");
        assertThat(state.number("/applied")).isEqualTo(2);
    }

    @Test
    void hitsOnlyWhatMatches() throws IOException {
        fault("payment-provider", "{\"mode\":\"ERROR_500\",\"matching\":\"POST\"}");

        assertThat(order(UUID.randomUUID().toString()).status()).isEqualTo(500);
        assertThat(shop.get(PAYMENTS + "/x").status()).isEqualTo(404);
        assertThat(partner.get(ACCOUNT).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Applies, then hangs: the money was taken (F-35)")
    void silenceApplies() throws IOException {
        String ours = UUID.randomUUID().toString();
        fault("payment-provider", "{\"mode\":\"SILENCE\",\"times\":1}");

        assertThatThrownBy(() -> orderWithin(ours, Duration.ofMillis(400))).isInstanceOf(HttpTimeoutException.class);

        await().untilAsserted(() -> assertThat(decide(ours).status()).isEqualTo(200));
    }

    @Test
    @DisplayName("Hangs without applying: nothing was taken (F-36)")
    void silenceBeforeDoesNotApply() throws IOException {
        String ours = UUID.randomUUID().toString();
        fault("payment-provider", "{\"mode\":\"SILENCE_BEFORE\",\"times\":1}");

        assertThatThrownBy(() -> orderWithin(ours, Duration.ofMillis(400))).isInstanceOf(HttpTimeoutException.class);

        await().until(() -> checker.get("/faults/payment-provider").number("/applied") == 1);
        assertThat(decide(ours).status()).isEqualTo(404);
        assertThat(order(ours).status()).isEqualTo(200);
    }

    @Test
    void healingReleasesThoseWhoHang() throws Exception {
        fault("back-office", "{\"mode\":\"SILENCE_BEFORE\",\"delayMs\":60000}");
        CompletableFuture<Throwable> hanging = CompletableFuture.supplyAsync(() -> {
            try {
                // A POST: the JDK's client would repeat a GET by itself.
                return new AssertionError(partner.post(ACCOUNT, "{}").body());
            } catch (IOException e) {
                return e;
            }
        });
        await().until(() -> checker.get("/faults/back-office").number("/applied") == 1);

        checker.delete("/faults/back-office");

        assertThat(hanging.get()).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void dropAppliesAndCutsTheConnection() throws IOException {
        String ours = UUID.randomUUID().toString();
        fault("payment-provider", "{\"mode\":\"DROP\",\"times\":1}");

        assertThatThrownBy(() -> order(ours)).isInstanceOf(IOException.class);

        assertThat(decide(ours).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Away without an answer (F-50)")
    void outageCutsTheConnection() throws IOException {
        fault("back-office", "{\"mode\":\"OUTAGE\"}");

        assertThatThrownBy(() -> partner.get(ACCOUNT)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("Remembers how often it was asked (F-48)")
    void countsOperationsPerSecond() throws IOException {
        int before = countedOperations();
        for (int i = 0; i < 5; i++) {
            partner.get(ACCOUNT);
        }

        assertThat(countedOperations() - before).isEqualTo(5);
    }

    @Test
    void delaysHonestly() throws IOException {
        fault("back-office", "{\"mode\":\"DELAY\",\"delayMs\":300,\"times\":1}");
        long before = System.nanoTime();

        assertThat(partner.get(ACCOUNT).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    @DisplayName("At least fifty kinds of garbage (F-41)")
    void inventsFiftyKindsOfGarbage() throws IOException {
        Reply honest = order("garbage");
        String path = PAYMENTS + "/" + honest.text("/id");
        fault("payment-provider", "{\"mode\":\"GARBAGE\",\"times\":60}");
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 60; i++) {
            Reply garbage = shop.get(path);
            assertThat(garbage.body()).isNotEqualTo(honest.body());
            seen.add(garbage.status() + garbage.body());
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(50);
        assertThat(shop.get(path).body()).isEqualTo(honest.body());
    }

    @Test
    @DisplayName("Well-formed lies: another amount, currency, payment; 200 with HTML (F-41)")
    void tellsTheLieThatWasNamed() throws IOException {
        Reply honest = order("lies");
        String path = PAYMENTS + "/" + honest.text("/id");

        assertThat(lie(path, "WRONG_AMOUNT").text("/amount/value")).isEqualTo("95.00");
        assertThat(lie(path, "WRONG_CURRENCY").text("/amount/currency")).isEqualTo("USD");
        assertThat(lie(path, "OTHER_ID").text("/id")).isNotEqualTo(honest.text("/id"));
        Reply html = lie(path, "HTML");
        assertThat(html.status()).isEqualTo(200);
        assertThat(html.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void refusesUnknownPartnersAndModes() throws IOException {
        assertThat(checker.put("/faults/bank", "{\"mode\":\"NONE\"}").status()).isEqualTo(404);
        assertThat(checker.put("/faults/sms", "{\"mode\":\"FIRE\"}").status()).isEqualTo(400);
    }

    @Test
    void peopleTurnTheSwitchByAForm() throws IOException {
        Reply turned = checker.submit("/faults/fiscal", "mode=DELAY&delayMs=5&times=&matching=");

        assertThat(turned.status()).isEqualTo(303);
        assertThat(checker.get("/faults/fiscal").text("/mode")).isEqualTo("DELAY");
        assertThat(checker.get("/").body()).contains("Отвечает с задержкой", "23185952", "/journal/fiscal");
    }

    private int countedOperations() throws IOException {
        int counted = 0;
        for (var second : checker.get("/traffic/back-office").json()) {
            counted += second.get("operations").asInt();
        }
        return counted;
    }

    private Reply lie(String path, String name) throws IOException {
        fault("payment-provider", "{\"mode\":\"GARBAGE\",\"times\":1,\"mutation\":\"%s\"}".formatted(name));
        return shop.get(path);
    }

    private void fault(String partner, String json) throws IOException {
        assertThat(checker.put("/faults/" + partner, json).status()).isEqualTo(200);
    }

    private Reply decide(String ours) throws IOException {
        return checker.post("/payments/" + ours + "/decision", "{\"outcome\":\"SUCCEEDED\"}");
    }

    private Reply order(String ours) throws IOException {
        return orderWithin(ours, Duration.ofSeconds(20));
    }

    private Reply orderWithin(String ours, Duration limit) throws IOException {
        return shop.within(limit).with("Idempotence-Key", ours).post(PAYMENTS, """
                {"amount":{"value":"5.00","currency":"RUB"},"capture":true,
                "confirmation":{"type":"redirect","return_url":"http://house.test/back"},
                "payment_method_data":{"type":"bank_card"},"metadata":{"paymentId":"%s"}}""".formatted(ours));
    }
}
