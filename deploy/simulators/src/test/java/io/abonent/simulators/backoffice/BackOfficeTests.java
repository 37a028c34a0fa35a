package io.abonent.simulators.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.simulators.Calls;
import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.RunningSimulators;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackOfficeTests {

    private final Calls gas = RunningSimulators.shared().calls().asSupplierPartner();

    private static final String GAS = "/back-office/gaz-test";
    private static final String HEAT = "/back-office/teplo-test";

    @Test
    void knowsTheDemoAccount() throws IOException {
        Reply account = gas.get(GAS + "/accounts?number=23185952");

        assertThat(account.status()).isEqualTo(200);
        assertThat(account.text("/address")).isEqualTo("г Тестовск, ул Ленина, д. 12, кв. 7");
        assertThat(account.text("/status")).isEqualTo("OPEN");
        String reference = account.text("/accountRef");
        assertThat(matches(GAS, reference, "PIN", "4821")).isTrue();
        assertThat(matches(GAS, reference, "PIN", "4822")).isFalse();
        assertThat(matches(GAS, reference, "METER_SERIAL", "00417733")).isTrue();
        assertThat(matches(GAS, reference, "METER_SERIAL", "417733")).isFalse();
        Reply meters = gas.get(GAS + "/accounts/" + reference + "/meters");
        assertThat(meters.text("/items/0/serial")).isEqualTo("00417733");
        assertThat(meters.text("/items/0/registers/0/code")).isEqualTo("T1");
    }

    @Test
    void linesOfTheDebtSumUpToIt() throws IOException {
        for (String number : new String[] {"23185952", "30012345", "39999999"}) {
            Reply balance = gas.get(GAS + "/accounts/" + reference(GAS, number) + "/balance");
            long sum = 0;
            for (var line : balance.json().get("lines")) {
                sum += line.get("amountMinor").asLong();
            }
            assertThat(sum).as(number).isEqualTo(balance.number("/debtMinor")).isPositive();
        }
    }

    @Test
    void derivesAnAccountFromItsNumber() throws IOException {
        String reference = reference(GAS, "31234567");

        assertThat(gas.get(GAS + "/accounts/" + reference + "/balance").number("/debtMinor"))
                .isEqualTo(34567);
        assertThat(matches(GAS, reference, "PIN", "4567")).isTrue();
        assertThat(matches(GAS, reference, "METER_SERIAL", "G31234567")).isTrue();
        assertThat(gas.get(GAS + "/accounts/" + reference + "/meters").text("/items/0/registers/0/previous/value"))
                .isEqualTo("4567");
    }

    @Test
    void doesNotKnowOtherNumbers() throws IOException {
        for (String number : new String[] {"29999999", "40000000", "023185952", "23 185952", "x", ""}) {
            Reply reply = gas.get(GAS + "/accounts?number=" + number.replace(" ", "%20"));
            assertThat(reply.status()).as(number).isEqualTo(404);
            assertThat(reply.text("/code")).isEqualTo("NOT_FOUND");
        }
        assertThat(gas.get("/back-office/voda-test/accounts?number=23185952").status())
                .isEqualTo(404);
    }

    @Test
    void referenceHidesTheNumberAndServesItsSupplierOnly() throws IOException {
        String reference = reference(GAS, "30000001");

        assertThat(reference).doesNotContain("30000001").isEqualTo(reference(GAS, "30000001"));
        assertThat(reference.substring(0, 4))
                .isNotEqualTo(reference(GAS, "30000002").substring(0, 4));
        assertThat(gas.get(HEAT + "/accounts/" + reference + "/balance").status())
                .isEqualTo(404);
        assertThat(gas.get(GAS + "/accounts/" + reference.replace(reference.charAt(3), 'A') + "/balance")
                        .status())
                .isEqualTo(404);
        assertThat(gas.get(GAS + "/accounts/30000001/balance").status()).isEqualTo(404);
    }

    @Test
    void heatSupplierKeepsZerosAndHasNoPins() throws IOException {
        Reply account = gas.get(HEAT + "/accounts?number=000123456");

        assertThat(account.text("/number")).isEqualTo("000123456");
        assertThat(gas.get(HEAT + "/accounts?number=123456").status()).isEqualTo(404);
        String reference = account.text("/accountRef");
        Reply pin =
                gas.post(HEAT + "/accounts/" + reference + "/access-checks", "{\"method\":\"PIN\",\"secret\":\"1\"}");
        assertThat(pin.status()).isEqualTo(422);
        assertThat(matches(HEAT, reference, "METER_SERIAL", "T-0098112")).isTrue();
        assertThat(reference(HEAT, "000765432")).isNotEmpty();
    }

    @Test
    void talksToTheBearerOfTheKeyOnly() throws IOException {
        Calls stranger = RunningSimulators.shared().calls();

        assertThat(stranger.get(GAS + "/accounts?number=23185952").status()).isEqualTo(401);
        assertThat(stranger.with("Authorization", "Bearer other")
                        .get(GAS + "/accounts?number=23185952")
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("Payment reduces the debt once, however often it is sent (F-35)")
    void paymentReducesTheDebtOnce() throws IOException {
        String reference = reference(GAS, "30050000");
        String document = UUID.randomUUID().toString();

        Reply first = pay(document, reference, 20_000);
        Reply again = pay(document, reference, 20_000);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(gas.get(GAS + "/payments/" + document).body()).isEqualTo(first.body());
        assertThat(gas.get(GAS + "/accounts/" + reference + "/balance").number("/debtMinor"))
                .isEqualTo(30_000);
        assertThat(pay(document, reference, 20_001).status()).isEqualTo(409);
    }

    @Test
    void paymentAboveTheDebtBecomesCredit() throws IOException {
        String reference = reference(GAS, "30000100");

        assertThat(pay(UUID.randomUUID().toString(), reference, 250).status()).isEqualTo(201);

        Reply balance = gas.get(GAS + "/accounts/" + reference + "/balance");
        assertThat(balance.number("/debtMinor")).isZero();
        assertThat(balance.number("/creditMinor")).isEqualTo(150);
        assertThat(balance.json().get("lines")).isEmpty();
    }

    @Test
    void refusesPaymentsItCannotBook() throws IOException {
        String closed = reference(GAS, "23185953");
        String open = reference(GAS, "30000001");

        assertThat(pay("a", closed, 100).text("/code")).isEqualTo("ACCOUNT_CLOSED");
        assertThat(pay("b", "unknown", 100).text("/code")).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(pay("c", open, 0).status()).isEqualTo(422);
        assertThat(pay("d", open, -5).status()).isEqualTo(422);
        assertThat(gas.post(GAS + "/payments", "{}").status()).isEqualTo(400);
        assertThat(gas.with("Idempotency-Key", "e")
                        .post(GAS + "/payments", "[1")
                        .status())
                .isEqualTo(400);
        assertThat(gas.get(GAS + "/payments/a").status()).isEqualTo(404);
    }

    @Test
    void acceptedReadingMovesThePreviousOne() throws IOException {
        String reference = reference(GAS, "30001000");

        Reply accepted = read(GAS, "r-accepted", reference, "G30001000", "1010");
        Reply below = read(GAS, "r-below", reference, "G30001000", "1005");

        assertThat(accepted.text("/status")).isEqualTo("ACCEPTED");
        assertThat(below.text("/status")).isEqualTo("REJECTED");
        assertThat(below.text("/reason")).isEqualTo("BELOW_PREVIOUS");
        assertThat(read(GAS, "r-accepted", reference, "G30001000", "1010").body())
                .isEqualTo(accepted.body());
        assertThat(gas.get(GAS + "/readings/r-below").body()).isEqualTo(below.body());
        assertThat(gas.get(GAS + "/readings/r-none").status()).isEqualTo(404);
        assertThat(gas.get(GAS + "/accounts/" + reference + "/meters").text("/items/0/registers/0/previous/value"))
                .isEqualTo("1010");
    }

    @Test
    void rejectsReadingsOfAnotherMeterAndAbsurdOnes() throws IOException {
        String reference = reference(GAS, "30001001");

        assertThat(read(GAS, "r1", reference, "G1", "1100").text("/reason")).isEqualTo("METER_REMOVED");
        assertThat(read(GAS, "r2", reference, "G30001001", "12000").text("/reason"))
                .isEqualTo("TOO_HIGH");
    }

    private String reference(String supplier, String number) throws IOException {
        return gas.get(supplier + "/accounts?number=" + number).text("/accountRef");
    }

    private boolean matches(String supplier, String reference, String method, String secret) throws IOException {
        String body = "{\"method\":\"%s\",\"secret\":\"%s\"}".formatted(method, secret);
        return gas.post(supplier + "/accounts/" + reference + "/access-checks", body)
                .json()
                .get("match")
                .asBoolean();
    }

    private Reply pay(String document, String reference, long amountMinor) throws IOException {
        return gas.with("Idempotency-Key", document)
                .post(GAS + "/payments", """
                        {"documentId":"%s","accountRef":"%s","amountMinor":%d,"currency":"RUB",
                        "paidAt":"2026-11-22T10:00:00Z"}""".formatted(document, reference, amountMinor));
    }

    private Reply read(String supplier, String document, String reference, String serial, String value)
            throws IOException {
        return gas.with("Idempotency-Key", document)
                .post(supplier + "/readings", """
                        {"documentId":"%s","accountRef":"%s","serial":"%s","capturedAt":"2026-11-20T10:00:00Z",
                        "registers":[{"code":"T1","value":"%s"}]}""".formatted(document, reference, serial, value));
    }
}
