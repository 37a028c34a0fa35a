package io.abonent.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.notification.channel.SendOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Against a real SMPP server over a real socket. */
class SmppSmsSenderTests {

    private static final String PHONE = "+79991111111";

    private final SmsCentre centre = new SmsCentre();
    private final List<String> receipts = Collections.synchronizedList(new ArrayList<>());
    private final SmsProperties properties = new SmsProperties(
            "localhost",
            centre.port(),
            SmsCentre.SYSTEM_ID,
            SmsCentre.PASSWORD,
            "Abonent",
            2,
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(1));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SmppConnection connection = new SmppConnection(
            properties,
            new SmppReceipts((id, delivered, reason) -> receipts.add(id + " " + delivered + " " + reason)),
            meters);
    private final SmppSmsSender sender = new SmppSmsSender(connection, properties, meters);

    @BeforeEach
    void open() {
        centre.start();
        connection.start();
        await().until(() -> connection.session().isPresent());
    }

    @AfterEach
    void close() {
        connection.stop();
        centre.close();
    }

    @Test
    void sendsCyrillicAsUcs2WithItsValidity() {
        SendOutcome outcome = sender.send(sms(PHONE, "Код 042917. Действует 10 мин."));
        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(centre.received()).singleElement().satisfies(received -> {
            assertThat(received.to()).isEqualTo(PHONE);
            assertThat(received.text()).isEqualTo("Код 042917. Действует 10 мин.");
            assertThat(received.coding()).isEqualTo((byte) 8);
            assertThat(received.validity()).isEqualTo("000000001000000R");
            assertThat(outcome).isEqualTo(new SendOutcome.Accepted(received.messageId()));
        });
    }

    @Test
    void sendsLatinInTheDefaultAlphabet() {
        sender.send(sms(PHONE, "Code 042917, valid for 10 min."));
        assertThat(centre.received()).singleElement().satisfies(received -> {
            assertThat(received.coding()).isEqualTo((byte) 0);
            assertThat(received.withHeader()).isFalse();
        });
    }

    @Test
    void sendsLongMessagesInParts() {
        String text = "Чек: https://ofd.example/receipts/9999078900012345/4711/2981623349?a=".repeat(2);
        sender.send(sms(PHONE, text));
        assertThat(centre.received()).hasSize(3).allMatch(SmsCentre.Received::withHeader);
        assertThat(String.join(
                        "",
                        centre.received().stream().map(SmsCentre.Received::text).toList()))
                .isEqualTo(text);
        assertThat(meters.counter("notification.sms.segments").count()).isEqualTo(3);
    }

    @Test
    void hearsWhatBecameOfAMessage() {
        sender.send(sms(PHONE, "Привет"));
        await().untilAsserted(() -> assertThat(receipts).containsExactly("0000000001 true DELIVRD"));
        centre.receipts("UNDELIV");
        sender.send(sms(PHONE, "Привет"));
        await().untilAsserted(() -> assertThat(receipts).contains("0000000002 false UNDELIV"));
    }

    @Test
    @DisplayName("F-47: a number the centre does not know is refused for good")
    void invalidNumberIsRefusedForGood() {
        centre.refuseNext(SMPPConstant.STAT_ESME_RINVDSTADR);
        assertThat(sender.send(sms(PHONE, "Привет"))).isEqualTo(new SendOutcome.Refused("SMPP_0000000B", true));
    }

    @Test
    void throttledMessageIsTriedAgain() {
        centre.refuseNext(SMPPConstant.STAT_ESME_RTHROTTLED);
        assertThat(sender.send(sms(PHONE, "Привет"))).isEqualTo(new SendOutcome.Unavailable("SMPP_00000058", false));
    }

    @Test
    void silenceEndsWithTheTimeLimit() {
        centre.silent(true);
        long from = System.nanoTime();
        assertThat(sender.send(sms(PHONE, "Привет"))).isEqualTo(new SendOutcome.Unavailable("NO_ANSWER", true));
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("F-45: without the centre messages wait, and the session comes back by itself")
    void comesBackAfterAnOutage() {
        centre.stop();
        await().until(() -> connection.session().isEmpty());
        assertThat(sender.send(sms(PHONE, "Привет"))).isEqualTo(new SendOutcome.Unavailable("NOT_BOUND", false));
        centre.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> connection.session().isPresent());
        assertThat(sender.send(sms(PHONE, "Привет"))).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void wrongPasswordIsAskedAgainWithoutEnd() {
        SmsProperties wrong = new SmsProperties(
                "localhost",
                centre.port(),
                SmsCentre.SYSTEM_ID,
                "wrong",
                "Abonent",
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        SmppConnection refused =
                new SmppConnection(wrong, new SmppReceipts((_, _, _) -> {}), new SimpleMeterRegistry());
        refused.start();
        try {
            await().during(Duration.ofSeconds(2)).until(() -> refused.session().isEmpty());
        } finally {
            refused.stop();
        }
    }

    @Test
    void nothingButANumberIsSent() {
        assertThat(sender.send(sms("79991111111", "Привет"))).isInstanceOf(SendOutcome.Refused.class);
        assertThat(sender.send(sms("+7999\r\n111", "Привет"))).isInstanceOf(SendOutcome.Refused.class);
        assertThat(centre.received()).isEmpty();
    }

    @Test
    void validityIsRelativeTime() {
        assertThat(SmppSmsSender.validity(Duration.ofMinutes(10))).isEqualTo("000000001000000R");
        assertThat(SmppSmsSender.validity(Duration.ofHours(26).plusSeconds(5))).isEqualTo("000001020005000R");
        assertThat(SmppSmsSender.validity(Duration.ofSeconds(1))).isEqualTo("000000000100000R");
    }

    private static Sms sms(String to, String text) {
        return new Sms(UUID.randomUUID(), to, text, Duration.ofMinutes(10));
    }
}
