package io.abonent.simulators.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.abonent.simulators.Calls;
import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.RunningSimulators;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTests {

    private static final String GAS = "/back-office/gaz-test";

    @TempDir
    Path data;

    @Test
    void everybodyRemembersWhatTheyApplied() throws IOException {
        String provided;
        String receipt;
        String reference;
        try (RunningSimulators before = RunningSimulators.start(data)) {
            reference = before.calls()
                    .asSupplierPartner()
                    .get(GAS + "/accounts?number=23185952")
                    .text("/accountRef");
            assertThat(pay(before, reference).status()).isEqualTo(201);
            assertThat(read(before, reference).text("/status")).isEqualTo("ACCEPTED");
            provided = order(before).text("/id");
            before.house().refuseNextAbout(provided, 1_000);
            before.calls().post("/payments/ours-1/decision", "{\"outcome\":\"SUCCEEDED\"}");
            receipt = sell(before).text("/uuid");
            mail(before);
        }
        Files.writeString(data.resolve("back-office.jsonl"), "{\"seq\":3,\"at\":\"20", StandardOpenOption.APPEND);

        try (RunningSimulators after = RunningSimulators.start(data)) {
            Calls partner = after.calls().asSupplierPartner();
            assertThat(partner.get(GAS + "/accounts/" + reference + "/balance").number("/debtMinor"))
                    .isEqualTo(100_000);
            assertThat(partner.get(GAS + "/accounts/" + reference + "/meters")
                            .text("/items/0/registers/0/previous/value"))
                    .isEqualTo("1188");
            assertThat(pay(after, reference).status()).isEqualTo(200);
            assertThat(order(after).text("/id")).isEqualTo(provided);
            assertThat(order(after).text("/status")).isEqualTo("succeeded");
            assertThat(sell(after).text("/uuid")).isEqualTo(receipt);
            // The house had refused the news; it comes again.
            await().untilAsserted(() ->
                    assertThat(after.house().eventsAbout(provided)).contains("payment.succeeded"));
            assertThat(after.calls().get("/messages?to=ivan@example.com").text("/0/text"))
                    .isEqualTo("Код: 482913");
            journalIsWhole(after);
        }
    }

    private static void journalIsWhole(RunningSimulators simulators) throws IOException {
        Reply journal = simulators.calls().get("/journal/back-office");
        assertThat(journal.number("/total")).isEqualTo(2);
        assertThat(journal.text("/items/0/kind")).isEqualTo("payment");
        assertThat(journal.number("/items/0/data/amountMinor")).isEqualTo(23_456);
        assertThat(journal.text("/items/1/kind")).isEqualTo("reading");
        Reply rest = simulators.calls().get("/journal/back-office?after=1");
        assertThat(rest.json().get("items")).hasSize(1);
        assertThat(rest.number("/next")).isEqualTo(2);
        assertThat(simulators.calls().get("/journal/nobody").status()).isEqualTo(404);
    }

    @Test
    void twoProcessesDoNotShareADirectory() {
        try (RunningSimulators first = RunningSimulators.start(data)) {
            assertThat(first.httpPort()).isPositive();
            assertThatThrownBy(() -> RunningSimulators.start(data))
                    .hasStackTraceContaining("Another process uses simulators.data-dir");
        }
    }

    private static Reply pay(RunningSimulators simulators, String reference) throws IOException {
        return simulators
                .calls()
                .asSupplierPartner()
                .with("Idempotency-Key", "p1")
                .post(GAS + "/payments", """
                {"documentId":"p1","accountRef":"%s","amountMinor":23456,"currency":"RUB",
                "paidAt":"2026-11-22T10:00:00Z"}""".formatted(reference));
    }

    private static Reply read(RunningSimulators simulators, String reference) throws IOException {
        return simulators
                .calls()
                .asSupplierPartner()
                .with("Idempotency-Key", "r1")
                .post(GAS + "/readings", """
                {"documentId":"r1","accountRef":"%s","serial":"00417733","capturedAt":"2026-11-22T10:00:00Z",
                "registers":[{"code":"T1","value":"1188"}]}""".formatted(reference));
    }

    private static Reply order(RunningSimulators simulators) throws IOException {
        return simulators.calls().asShop().with("Idempotence-Key", "k1").post("/yookassa/v3/payments", """
                {"amount":{"value":"5.00","currency":"RUB"},"capture":true,
                "confirmation":{"type":"redirect","return_url":"http://house.test/back"},
                "metadata":{"paymentId":"ours-1","b":"2","a":"1"}}""");
    }

    private static void mail(RunningSimulators simulators) throws IOException {
        try (Socket socket = new Socket("localhost", simulators.smtpPort())) {
            String letter = """
                    EHLO house
                    MAIL FROM:<noreply@abonent.test>
                    RCPT TO:<ivan@example.com>
                    DATA
                    Content-Type: text/plain; charset=utf-8

                    Код: 482913
                    .
                    QUIT
                    """;
            socket.getOutputStream().write(letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("250 2.0.0", "221");
        }
    }

    private static Reply sell(RunningSimulators simulators) throws IOException {
        return simulators.calls().asCashier().post("/fiscal/v5/sell", """
                {"external_id":"e1","receipt":{
                "company":{"inn":"7700000001","payment_address":"https://lk.test"},
                "items":[{"name":"Газ","price":5,"quantity":1,"sum":5,"vat":{"type":"vat22"}}],
                "payments":[{"type":1,"sum":5}],"total":5}}""");
    }
}
