package io.abonent.simulators.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.RunningSimulators;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentExpiryTests {

    @TempDir
    Path data;

    @Test
    void payerWhoTakesTooLongFindsThePaymentCanceled() throws IOException {
        try (RunningSimulators simulators =
                RunningSimulators.start(data, "--simulators.payment-provider.payment-lifetime=300ms")) {
            String id = order(simulators).text("/id");

            // Nobody asks: the provider notices by itself.
            await().untilAsserted(
                            () -> assertThat(simulators.house().eventsAbout(id)).containsExactly("payment.canceled"));

            Reply expired = simulators.calls().asShop().get("/yookassa/v3/payments/" + id);
            assertThat(expired.text("/status")).isEqualTo("canceled");
            assertThat(expired.text("/cancellation_details/reason")).isEqualTo("expired_on_confirmation");
            simulators.calls().submit("/checkout/" + id, "decision=SUCCEEDED");
            assertThat(simulators
                            .calls()
                            .asShop()
                            .get("/yookassa/v3/payments/" + id)
                            .text("/status"))
                    .isEqualTo("canceled");
            assertThat(simulators.calls().get("/checkout/" + id).body()).contains("Время на оплату вышло");
        }
    }

    private static Reply order(RunningSimulators simulators) throws IOException {
        return simulators.calls().asShop().with("Idempotence-Key", "k1").post("/yookassa/v3/payments", """
                {"amount":{"value":"5.00","currency":"RUB"},"capture":true,
                "confirmation":{"type":"redirect","return_url":"http://house.test/back"}}""");
    }
}
