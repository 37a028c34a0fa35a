package io.abonent.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.notification.Events;
import io.abonent.notification.NotificationTest;
import io.abonent.notification.channel.Channel;
import io.abonent.notification.channel.SendOutcome;
import io.abonent.notification.consent.AdvertisingConsents;
import io.abonent.notification.contact.Contacts;
import io.abonent.notification.mail.MailProperties;
import io.abonent.notification.message.Language;
import io.abonent.notification.message.LetterLayout;
import io.abonent.notification.message.LetterWriter;
import io.abonent.notification.message.Message;
import io.abonent.notification.message.SmsWriter;
import io.abonent.notification.seal.SealedSecrets;
import io.abonent.notification.seal.Sealing;
import io.abonent.notification.sms.Sms;
import io.abonent.notification.supplier.Suppliers;
import io.abonent.platform.testkit.TestEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** An hour without the SMS centre, in virtual time on the real database. */
@NotificationTest
class OutageIT {

    private static final int PER_SECOND = 5;
    private static final Duration OUTAGE = Duration.ofHours(1);
    private static final Duration CODE_LIVES = Duration.ofMinutes(10);
    private static final int NOTICES = 60;

    private final MutableClock clock = new MutableClock();
    private final Instant start = clock.instant();
    private final Instant end = start.plus(OUTAGE);
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(
            Comparator.comparing(Turn::at).thenComparing(Turn::priority, Comparator.reverseOrder()));
    private final Map<Instant, Integer> requestsPerSecond = new HashMap<>();
    private final List<Instant> requestsDuringOutage = new ArrayList<>();
    private final Map<UUID, Instant> sentAt = new HashMap<>();

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private AdvertisingConsents consents;

    @Autowired
    private SealedSecrets secrets;

    @Autowired
    private MailProperties mail;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestEvents events;

    private record Turn(UUID deliveryId, int priority, Instant at) {}

    @Test
    @DisplayName("F-45, F-48: codes go out in time or not at all, notices go out at a limited pace")
    void nothingIsSentLateAndNothingElseIsLost() {
        SendingDeliveries sending = sending();
        Map<UUID, Instant> codes = new HashMap<>();
        UUID user = reachableUser();
        List<UUID> notices = new ArrayList<>();
        for (int i = 0; i < NOTICES; i++) {
            notices.add(accept(Outgoing.notice(
                    UUID.randomUUID(), start, new Recipient.User(user), new Message.Welcome("+7 *** ***-11-11"))));
        }
        // A code every third minute, from the start of the outage until ten minutes after it.
        for (int minute = 0; minute < 70; minute += 3) {
            Instant issued = start.plus(Duration.ofMinutes(minute));
            clock.set(issued);
            codes.put(accept(code(issued)), issued);
            run(sending, issued.plus(Duration.ofMinutes(3)));
        }
        run(sending, end.plus(Duration.ofHours(2)));

        codes.forEach((id, issued) -> {
            Instant sent = sentAt.get(id);
            boolean alive = issued.plus(CODE_LIVES).isAfter(end.plus(Duration.ofMinutes(1)));
            if (sent == null) {
                assertThat(alive).as("code of %s was dropped", issued).isFalse();
            } else {
                assertThat(sent).as("code of %s", issued).isBefore(issued.plus(CODE_LIVES));
            }
        });
        assertThat(codes.values().stream().filter(issued -> issued.isAfter(end)))
                .isNotEmpty();
        assertThat(sentAt.keySet()).containsAll(notices);
        assertThat(deadCodes(codes))
                .isEqualTo(codes.size()
                        - codes.keySet().stream().filter(sentAt::containsKey).count());
        assertThat(jdbc.sql("select count(*) from delivery where sealed is not null and delivery_id in (:ids)")
                        .param("ids", codes.keySet())
                        .query(Long.class)
                        .single())
                .as("secrets left behind")
                .isZero();
        assertThat(requestsPerSecond.values()).allMatch(requests -> requests <= 2 * PER_SECOND + 2);
        assertThat(requestsDuringOutage).as("probes of a dead partner").hasSizeLessThan((int) OUTAGE.toSeconds() / 3);
    }

    private long deadCodes(Map<UUID, Instant> codes) {
        return jdbc.sql(
                        "select count(*) from delivery where state = 'DEAD' and reason = 'EXPIRED' and delivery_id in (:ids)")
                .param("ids", codes.keySet())
                .query(Long.class)
                .single();
    }

    private void run(SendingDeliveries sending, Instant until) {
        Turn next = turns.peek();
        while (next != null && next.at().isBefore(until)) {
            turns.remove();
            Turn turn = next;
            clock.set(turn.at().isAfter(clock.instant()) ? turn.at() : clock.instant());
            sending.attempt(turn.deliveryId())
                    .ifPresent(again -> turns.add(new Turn(turn.deliveryId(), turn.priority(), again)));
            next = turns.peek();
        }
        clock.set(until);
    }

    private SendOutcome centre(Sms sms) {
        Instant now = clock.instant();
        if (now.isBefore(end)) {
            requestsDuringOutage.add(now);
            return new SendOutcome.Unavailable("NOT_BOUND", false);
        }
        requestsPerSecond.merge(now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS), 1, Integer::sum);
        sentAt.put(sms.deliveryId(), now);
        return new SendOutcome.Accepted("outage-" + sms.deliveryId());
    }

    private UUID accept(Outgoing outgoing) {
        return transaction.execute(_ -> {
            Delivery delivery = deliveries.save(
                    new Delivery(outgoing, json.writeValueAsString(outgoing.message()), clock.instant()));
            turns.add(new Turn(delivery.deliveryId(), delivery.kind().urgency().priority(), clock.instant()));
            return delivery.deliveryId();
        });
    }

    private static Outgoing code(Instant issued) {
        UUID verificationId = UUID.randomUUID();
        String sealed = Sealing.seal("{\"target\":\"" + Events.phone() + "\",\"code\":\"123456\"}");
        Instant expiresAt = issued.plus(CODE_LIVES);
        return Outgoing.notice(
                        UUID.randomUUID(),
                        issued,
                        new Recipient.Verification(
                                verificationId, Channel.SMS, sealed, "+7 *** ***-11-11", Language.RU),
                        new Message.ConfirmContact(null, null, expiresAt))
                .until(expiresAt);
    }

    private UUID reachableUser() {
        UUID user = UUID.randomUUID();
        ContactConfirmed contact = Events.contact(user, Events.phone());
        events.publish(contact);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> contacts.of(user).size() == 1);
        return user;
    }

    private SendingDeliveries sending() {
        DeliveryProperties properties =
                new DeliveryProperties(ZoneId.of("Europe/Moscow"), Language.RU, PER_SECOND, PER_SECOND, 2 * NOTICES);
        Dispatch dispatch = new Dispatch(
                this::centre,
                _ -> new SendOutcome.Accepted(null),
                new SmsWriter(),
                new LetterWriter(),
                new LetterLayout(),
                suppliers,
                mail,
                properties,
                clock);
        return new SendingDeliveries(
                deliveries,
                new AddressBook(contacts, suppliers, mail, properties),
                contacts,
                consents,
                secrets,
                dispatch,
                new SmsReceipts(jdbc, deliveries, transaction, clock),
                new DeliveryMetrics(new SimpleMeterRegistry(), jdbc, clock),
                properties,
                transaction,
                json,
                clock);
    }
}
