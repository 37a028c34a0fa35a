package io.abonent.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.platform.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A code finds its way from the event to the phone and to the mailbox. */
@NotificationTest
@ExtendWith(OutputCaptureExtension.class)
class NotificationServiceIT {

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void patience() {
        org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @Test
    void codeReachesThePhone(CapturedOutput output) {
        String phone = Events.phone();
        VerificationRequested event =
                Events.verification(phone, "042917", Instant.now().plusSeconds(600));
        UUID id = events.publish(event);
        events.publish(event, id);

        await().until(() -> !Partners.SMS.receivedBy(phone).isEmpty());
        await().until(() -> state(id).equals("DELIVERED"));
        assertThat(Partners.SMS.receivedBy(phone))
                .singleElement()
                .satisfies(sms -> assertThat(sms.text())
                        .startsWith("Код 042917. Действует ")
                        .endsWith(" мин. Никому его не сообщайте."));
        assertThat(jdbc.sql("select count(*) from delivery where sealed is not null and source_event_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
        // F-82
        assertThat(output.getAll()).doesNotContain("042917").doesNotContain(phone.substring(1));
    }

    @Test
    @DisplayName("F-64: a code that still waits when a newer one is asked for is never sent")
    void onlyTheNewestCodeIsSent() {
        String phone = Events.phone();
        Partners.SMS.refuse(phone, SMPPConstant.STAT_ESME_RTHROTTLED);
        VerificationRequested first =
                Events.verification(phone, "100001", Instant.now().plusSeconds(600));
        UUID older = publishedAndTried(first);

        UUID newer = events.publish(followedBy(first, first.purpose(), phone, "200002"));
        await().until(() -> state(older).equals("SUPPRESSED"));
        Partners.SMS.accept(phone);

        await().until(() -> state(newer).equals("DELIVERED"));
        assertThat(Partners.SMS.receivedBy(phone))
                .singleElement()
                .satisfies(sms -> assertThat(sms.text()).contains("200002"));
    }

    @Test
    @DisplayName("F-25: a request that comes twice does not take its own code back")
    void aRepeatedRequestLeavesTheCodeThatWaits() {
        String phone = Events.phone();
        Partners.SMS.refuse(phone, SMPPConstant.STAT_ESME_RTHROTTLED);
        VerificationRequested event =
                Events.verification(phone, "300003", Instant.now().plusSeconds(600));
        UUID id = publishedAndTried(event);

        events.publish(event, id);
        // Another message behind it in the same partition: when that is there, the repeated one has been read.
        publishedAndTried(followedBy(event, VerificationRequested.Purpose.RESET, phone, "300004"));
        Partners.SMS.accept(phone);

        await().until(() -> state(id).equals("DELIVERED"));
    }

    @Test
    void codeAndLinkReachTheMailbox(CapturedOutput output) {
        String email = Events.email();
        UUID id = events.publish(
                Events.verification(email, "551203", Instant.now().plusSeconds(600)));

        await().until(() -> Letters.to(email).size() == 1);
        Letters.Arrived letter = Letters.to(email).getFirst();
        assertThat(letter.subject()).isEqualTo("Подтвердите адрес электронной почты");
        assertThat(letter.text()).contains("551203").contains("http://localhost:8081/confirm?token=T0ken-551203");
        assertThat(letter.html()).contains("551203").contains("http://localhost:8081/confirm?token=T0ken-551203");
        await().until(() -> state(id).equals("SENT"));
        assertThat(letter.messageId()).isEqualTo("<" + deliveryId(id) + "@abonent.example>");
        assertThat(output.getAll()).doesNotContain("551203").doesNotContain(email);
    }

    private static VerificationRequested followedBy(
            VerificationRequested first, VerificationRequested.Purpose purpose, String phone, String code) {
        return new VerificationRequested(
                first.verificationId(),
                purpose,
                first.channel(),
                first.targetMasked(),
                Events.verification(phone, code, first.expiresAt()).sealed(),
                first.locale(),
                first.issue() + 1,
                Instant.now(),
                first.expiresAt(),
                first.version() + 1);
    }

    /** Refused for now, it waits. */
    private UUID publishedAndTried(VerificationRequested event) {
        UUID id = events.publish(event);
        await().until(() -> attempts(id) > 0);
        return id;
    }

    private int attempts(UUID sourceEventId) {
        return jdbc.sql("select coalesce(max(attempts), 0) from delivery where source_event_id = :id")
                .param("id", sourceEventId)
                .query(Integer.class)
                .single();
    }

    private String state(UUID sourceEventId) {
        return jdbc.sql("select state from delivery where source_event_id = :id")
                .param("id", sourceEventId)
                .query(String.class)
                .single();
    }

    private UUID deliveryId(UUID sourceEventId) {
        return jdbc.sql("select delivery_id from delivery where source_event_id = :id")
                .param("id", sourceEventId)
                .query(UUID.class)
                .single();
    }
}
