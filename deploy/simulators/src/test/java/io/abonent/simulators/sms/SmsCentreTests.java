package io.abonent.simulators.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.abonent.simulators.Calls;
import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.RunningSimulators;
import io.abonent.simulators.sms.Phone.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsCentreTests {

    private final RunningSimulators simulators = RunningSimulators.shared();
    private final Calls checker = simulators.calls();

    @AfterEach
    void heal() throws IOException {
        checker.delete("/faults");
    }

    @Test
    void deliversCyrillicAndReportsIt() throws Exception {
        try (Phone sender = bound()) {
            String id = sender.ucs2("79001110001", "Код: 482913");

            Reply inbox = checker.get("/messages?to=+79001110001");
            assertThat(inbox.text("/0/channel")).isEqualTo("SMS");
            assertThat(inbox.text("/0/to")).isEqualTo("+79001110001");
            assertThat(inbox.text("/0/text")).isEqualTo("Код: 482913");
            await().untilAsserted(() -> assertThat(sender.receipts()).containsExactly(new Receipt(id, "DELIVRD")));
        }
    }

    @Test
    void joinsPartsInAnyOrderEvenInsideACharacter() throws Exception {
        String text = "Платёж принят 👍 спасибо";
        byte[] whole = text.getBytes(StandardCharsets.UTF_16BE);
        int cut = text.indexOf("👍") * 2 + 2;
        try (Phone sender = bound()) {
            sender.part("79001110002", whole, cut, whole.length, 2, 2);
            assertThat(checker.get("/messages?to=%2B79001110002").json()).isEmpty();
            sender.part("79001110002", whole, 0, cut, 1, 2);
        }
        assertThat(checker.get("/messages?to=89001110002").text("/0/text")).isEqualTo(text);
    }

    @Test
    void readsPayloadAndTheGsmAlphabet() throws Exception {
        String longText = "Очень длинное сообщение. ".repeat(20).strip();
        try (Phone sender = bound()) {
            sender.payload("79001110003", longText);
            sender.gsm("79001110004", new byte[] {'C', 'o', 'd', 'e', ' ', '1', 0x1B, 0x65, 0x02, 0x00});
        }
        assertThat(checker.get("/messages?to=79001110003").text("/0/text")).isEqualTo(longText);
        assertThat(checker.get("/messages?to=79001110004").text("/0/text")).isEqualTo("Code 1€$@");
    }

    @Test
    void keepsTheLastTwoHundredOfOneRecipient() throws Exception {
        try (Phone sender = bound()) {
            for (int i = 1; i <= 203; i++) {
                sender.ucs2("79001110006", "№ " + i);
            }
        }
        Reply inbox = checker.get("/messages?to=79001110006&limit=1000");
        assertThat(inbox.json()).hasSize(200);
        assertThat(inbox.text("/0/text")).isEqualTo("№ 203");
        assertThat(inbox.text("/199/text")).isEqualTo("№ 4");
    }

    @Test
    void letsInOnlyWhoKnowsThePassword() {
        assertThatThrownBy(() -> Phone.bind(simulators.smppPort(), "abonent", "wrong"))
                .hasMessageContaining("0000000e");
        assertThatThrownBy(() -> Phone.bind(simulators.smppPort(), "other", RunningSimulators.SMS_PASSWORD))
                .hasMessageContaining("0000000f");
    }

    @Test
    void refusesWhatIsNoNumber() throws Exception {
        try (Phone sender = bound()) {
            assertThatThrownBy(() -> sender.ucs2("12", "x"))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refusal -> assertThat(refusal.getCommandStatus())
                                    .isEqualTo(SMPPConstant.STAT_ESME_RINVDSTADR));
        }
    }

    @Test
    void survivesGarbage() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket("localhost", simulators.smppPort())) {
                byte[] noise = new byte[64];
                random.nextBytes(noise);
                noise[0] = i % 2 == 0 ? 0x7F : noise[0];
                OutputStream out = socket.getOutputStream();
                out.write(noise);
                out.flush();
            }
        }
        try (Phone sender = bound()) {
            assertThat(sender.ucs2("79001110005", "ещё живы")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"THROTTLE,58", "ERROR_500,8", "UNAVAILABLE,14", "REFUSE,b"})
    @DisplayName("Refuses on demand without delivering (F-45)")
    void refusesOnDemand(String mode, String status) throws Exception {
        try (Phone sender = bound()) {
            fault("{\"mode\":\"%s\",\"times\":1}".formatted(mode));
            String to = "7900222" + "%04d".formatted(Math.floorMod(mode.hashCode(), 10_000));

            assertThatThrownBy(() -> sender.ucs2(to, "x"))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refusal -> assertThat(Integer.toHexString(refusal.getCommandStatus()))
                                    .isEqualTo(status));

            assertThat(checker.get("/messages?to=" + to).json()).isEmpty();
            assertThat(sender.ucs2(to, "снова")).isNotEmpty();
        }
    }

    @Test
    @DisplayName("Takes the message and says nothing (F-46)")
    void deliversSilently() throws Exception {
        try (Phone sender = bound()) {
            sender.timeout(Duration.ofMillis(400));
            fault("{\"mode\":\"SILENCE\",\"delayMs\":1500,\"times\":1}");

            assertThatThrownBy(() -> sender.ucs2("79003330001", "молча")).isInstanceOf(ResponseTimeoutException.class);

            await().untilAsserted(() -> assertThat(
                            checker.get("/messages?to=79003330001").text("/0/text"))
                    .isEqualTo("молча"));
        }
    }

    @ParameterizedTest
    @CsvSource({"DROP", "GARBAGE"})
    @DisplayName("Takes the message and breaks off (F-46)")
    void deliversAndBreaksOff(String mode) throws Exception {
        String to = "7900444000" + mode.length();
        try (Phone sender = bound()) {
            sender.timeout(Duration.ofMillis(400));
            fault("{\"mode\":\"%s\",\"times\":1}".formatted(mode));

            assertThatThrownBy(() -> sender.ucs2(to, "оборвано")).isInstanceOf(Exception.class);

            await().untilAsserted(
                            () -> assertThat(checker.get("/messages?to=" + to).text("/0/text"))
                                    .isEqualTo("оборвано"));
        }
        bound().close();
    }

    @Test
    @DisplayName("Goes away and comes back (F-45)")
    void dropsEverybodyDuringAnOutage() throws Exception {
        try (Phone sender = bound()) {
            fault("{\"mode\":\"OUTAGE\"}");

            await().until(() -> sender.state() == SessionState.CLOSED);
            assertThatThrownBy(this::bound).isInstanceOf(IOException.class);
        }
        fault("{\"mode\":\"REFUSE_BIND\"}");
        assertThatThrownBy(this::bound).hasMessageContaining("0000000d");
        fault("{\"mode\":\"NONE\"}");
        bound().close();
    }

    private Phone bound() throws IOException {
        return Phone.bind(simulators.smppPort(), "abonent", RunningSimulators.SMS_PASSWORD);
    }

    private void fault(String json) throws IOException {
        assertThat(checker.put("/faults/sms", json).status()).isEqualTo(200);
    }
}
