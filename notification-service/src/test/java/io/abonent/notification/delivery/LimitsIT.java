package io.abonent.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.contracts.Topic;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.notification.Events;
import io.abonent.notification.NotificationTest;
import io.abonent.notification.Partners;
import io.abonent.notification.consent.AdvertisingConsent;
import io.abonent.notification.consent.AdvertisingConsents;
import io.abonent.notification.contact.Contacts;
import io.abonent.notification.message.Message;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What is not sent, and to whom not. */
@NotificationTest
@ExtendWith(OutputCaptureExtension.class)
class LimitsIT {

    private final UUID user = UUID.randomUUID();

    @Autowired
    private TestEvents events;

    @Autowired
    private AdvertisingConsents consents;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private SendingDeliveries sending;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Test
    @DisplayName("38-FZ: advertising stops with the consent, even what is waiting")
    void withdrawnConsentStopsAdvertisingThatWaits() {
        assertThat(consents.of(user)).isEmpty();
        ConsentSigned example = TestEvents.example(ConsentSigned.class);
        UUID consentId = Ids.next();
        events.publish(new ConsentSigned(
                consentId,
                user,
                example.documentId(),
                1,
                ConsentPurpose.ADVERTISING,
                Ids.next(),
                example.method(),
                Instant.now(),
                1));
        await().until(() -> consents.of(user).isPresent());
        AdvertisingConsent consent = consents.of(user).orElseThrow();
        UUID waiting = store(new Outgoing(
                UUID.randomUUID(),
                new Recipient.User(user),
                new Message.Welcome("x"),
                new Ground.Marketing(consent),
                null,
                Duration.ZERO,
                Instant.now().plusSeconds(3600)));

        events.publish(new ConsentWithdrawn(
                consentId, user, example.documentId(), 1, ConsentPurpose.ADVERTISING, Ids.next(), Instant.now(), 2));
        await().until(() -> consents.of(user).isEmpty());
        assertThat(sending.attempt(waiting)).isEmpty();
        assertThat(deliveries.findById(waiting).orElseThrow().state()).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(deliveries.findById(waiting).orElseThrow().reason()).isEqualTo("NO_CONSENT");
    }

    @Test
    @DisplayName("F-47, F-82: a dead number is marked, not tried again and not written to the log")
    void deadNumberIsMarkedAndNotTriedAgain(CapturedOutput output) {
        String phone = Events.phone();
        Partners.SMS.refuse(phone, SMPPConstant.STAT_ESME_RINVDSTADR);
        events.publish(Events.contact(user, phone));
        await().until(() -> !contacts.of(user).isEmpty());
        UUID first = store(notice());
        sending.attempt(first);
        assertThat(deliveries.findById(first).orElseThrow().state()).isEqualTo(DeliveryState.FAILED);
        UUID second = store(notice());
        sending.attempt(second);
        assertThat(deliveries.findById(second).orElseThrow().reason()).isEqualTo("UNDELIVERABLE");
        assertThat(output.getAll()).doesNotContain(phone.substring(1));
    }

    @Test
    @DisplayName("F-81: an erased contact is gone")
    void erasedContactIsGone() {
        ContactConfirmed contact = Events.contact(user, Events.email());
        events.publish(contact);
        await().until(() -> !contacts.of(user).isEmpty());
        events.publishRaw(
                Topic.IDENTITY_CONTACT.topicName(), contact.contactId().toString(), null, Map.of());
        await().until(() -> contacts.of(user).isEmpty());
    }

    @Test
    void noticesBySmsEndAtTheDailyLimit() {
        events.publish(Events.contact(user, Events.phone()));
        await().until(() -> !contacts.of(user).isEmpty());
        for (int i = 0; i < 30; i++) {
            jdbc.sql("update delivery set state = 'SENT', channel = 'SMS', sent_at = now() where delivery_id = :id")
                    .param("id", store(notice()))
                    .update();
        }
        UUID tooMany = store(notice());
        sending.attempt(tooMany);
        assertThat(deliveries.findById(tooMany).orElseThrow().reason()).isEqualTo("SMS_LIMIT");
        UUID warning = store(Outgoing.notice(
                UUID.randomUUID(),
                Instant.now(),
                new Recipient.User(user),
                new Message.AccessExtended("****5952", UUID.randomUUID(), Instant.now(), false)));
        sending.attempt(warning);
        assertThat(deliveries.findById(warning).orElseThrow().sentAt()).isNotNull();
    }

    private Outgoing notice() {
        return Outgoing.notice(
                UUID.randomUUID(), Instant.now(), new Recipient.User(user), new Message.Welcome("+7 *** ***-11-11"));
    }

    /** Without a job: the test makes the attempt. */
    private UUID store(Outgoing outgoing) {
        return transaction.execute(_ -> deliveries
                .save(new Delivery(outgoing, json.writeValueAsString(outgoing.message()), Instant.now()))
                .deliveryId());
    }
}
