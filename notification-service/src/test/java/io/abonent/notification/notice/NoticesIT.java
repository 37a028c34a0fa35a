package io.abonent.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import io.abonent.contracts.Topic;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.contracts.billing.PaymentPaid;
import io.abonent.contracts.billing.PaymentPosted;
import io.abonent.contracts.billing.ReadingAccepted;
import io.abonent.contracts.billing.ReadingSubmitted;
import io.abonent.contracts.billing.ReadingSuperseded;
import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.notification.Api;
import io.abonent.notification.Events;
import io.abonent.notification.Letters;
import io.abonent.notification.NotificationTest;
import io.abonent.notification.Partners;
import io.abonent.notification.seal.Sealing;
import io.abonent.notification.sms.SmsCentre;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events of the other services become messages: once, in whatever order they come. */
@NotificationTest
class NoticesIT {

    private static final Set<EventType> TOLD = EnumSet.of(
            EventType.USER_REGISTERED,
            EventType.PASSWORD_CHANGED,
            EventType.PASSWORD_RESET,
            EventType.CONSENT_SIGNED,
            EventType.CONSENT_WITHDRAWN,
            EventType.ACCOUNT_LINKED,
            EventType.ACCOUNT_UNLINKED,
            EventType.EXTENDED_ACCESS_GRANTED,
            EventType.PAYMENT_PAID,
            EventType.PAYMENT_FAILED,
            EventType.PAYMENT_POSTED,
            EventType.FISCAL_RECEIPT_REGISTERED,
            EventType.READING_SUBMITTED,
            EventType.READING_ACCEPTED,
            EventType.READING_REJECTED);

    /** The person of the golden examples. */
    private static final UUID EXAMPLE_USER =
            TestEvents.example(UserRegistered.class).userId();

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }

    @Test
    @DisplayName("F-25: every golden example twice makes each message once")
    void everyGoldenExampleIsUnderstoodOnce() {
        Set<UUID> ids = new java.util.HashSet<>();
        for (EventType type : TOLD) {
            Event example = TestEvents.example(type);
            UUID id = events.publish(example);
            events.publish(example, id);
            ids.add(id);
        }
        await().untilAsserted(() -> assertThat(sources(ids)).containsExactlyInAnyOrderElementsOf(ids));
        UUID last = Ids.next();
        events.publish(
                new UserRegistered(
                        EXAMPLE_USER,
                        TestEvents.example(UserRegistered.class).loginType(),
                        "x",
                        "ru",
                        Instant.now(),
                        9),
                last);
        await().until(() -> sources(Set.of(last)).size() == 1);
        assertThat(sources(ids)).as("after the duplicates").hasSize(ids.size());
    }

    @Test
    void theOtherEventsAreNotTold() {
        assertThat(EnumSet.complementOf(EnumSet.copyOf(TOLD)))
                .as("events nobody is told about directly")
                .containsExactlyInAnyOrder(
                        EventType.PROFILE_UPDATED,
                        EventType.SESSION_ENDED,
                        EventType.CONTACT_CONFIRMED,
                        EventType.VERIFICATION_REQUESTED,
                        EventType.CONSENT_DOCUMENT_PUBLISHED,
                        EventType.SUPPLIER_PROFILE_CHANGED,
                        EventType.BALANCE_UPDATED,
                        EventType.PAYMENT_CREATED,
                        EventType.READING_SUPERSEDED,
                        EventType.TICKET_OPENED);
    }

    @Test
    void messageWaitsForTheContactThatComesLater() {
        UUID user = UUID.randomUUID();
        String email = Events.email();
        UUID id = events.publish(paid(user));
        await().until(() -> state(id).equals("ACCEPTED"));
        assertThat(Letters.to(email)).isEmpty();
        events.publish(Events.contact(user, email));
        await().until(() -> state(id).equals("SENT"));
        assertThat(Letters.to(email)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Платёж 1\u00a0234,56\u00a0₽ принят");
            assertThat(letter.text()).contains("1\u00a0234,56\u00a0₽");
        });
    }

    @Test
    void phoneHearsOfAPaymentWithoutItsSumAndNothingOfItsPosting() {
        UUID user = UUID.randomUUID();
        String phone = Events.phone();
        events.publish(Events.contact(user, phone));
        UUID id = events.publish(paid(user));
        PaymentPosted example = TestEvents.example(PaymentPosted.class);
        UUID posted = events.publish(new PaymentPosted(
                Ids.next(), user, 123456, "RUB", example.method(), example.parts(), Instant.now(), 3));
        await().until(() -> state(id).equals("DELIVERED") && state(posted).equals("SUPPRESSED"));
        assertThat(Partners.SMS.receivedBy(phone))
                .singleElement()
                .extracting(SmsCentre.Received::text)
                .asString()
                .startsWith("Платёж принят ")
                .doesNotContain("234");
    }

    @Test
    void everyHolderOfTheAccountHearsOfAStranger() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        String firstMail = Events.email();
        String secondMail = Events.email();
        events.publish(Events.contact(first, firstMail));
        events.publish(Events.contact(second, secondMail));
        UUID supplyAccount = Ids.next();
        UUID firstLink = events.publish(linked(first, supplyAccount));
        await().until(() -> state(firstLink).equals("SENT"));
        events.publish(linked(second, supplyAccount));
        ExtendedAccessGranted example = TestEvents.example(ExtendedAccessGranted.class);
        events.publish(new ExtendedAccessGranted(
                Ids.next(),
                second,
                supplyAccount,
                example.supplierId(),
                "ref",
                "****5952",
                example.accessLevel(),
                null,
                example.method(),
                Instant.now(),
                2));
        await().untilAsserted(() -> {
            assertThat(Letters.to(firstMail))
                    .extracting(Letters.Arrived::subject)
                    .containsExactlyInAnyOrder(
                            "Лицевой счёт ****5952 подключён",
                            "К счёту ****5952 подключён ещё один кабинет",
                            "Расширенный доступ к счёту ****5952");
            assertThat(Letters.to(secondMail))
                    .extracting(Letters.Arrived::subject)
                    .hasSize(2);
        });
    }

    @Test
    void readingDecidedSoonIsToldOnce() {
        UUID user = UUID.randomUUID();
        String email = Events.email();
        events.publish(Events.contact(user, email));
        ReadingSubmitted submitted = TestEvents.example(ReadingSubmitted.class);
        UUID readingId = Ids.next();
        UUID received = received(user, readingId);
        UUID accepted = events.publish(new ReadingAccepted(
                readingId,
                submitted.meterId(),
                submitted.supplyAccountId(),
                submitted.supplierId(),
                user,
                "2026-11",
                submitted.registers(),
                Instant.now(),
                2));
        await().until(() -> state(accepted).equals("SENT") && state(received).equals("SUPPRESSED"));
        assertThat(Letters.to(email))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("Показания за ноябрь 2026 приняты"));
    }

    @Test
    @DisplayName("A reading whose place a later one took before it was decided is not spoken of any more")
    void supersededReadingIsNotToldOf() {
        UUID user = UUID.randomUUID();
        events.publish(Events.contact(user, Events.email()));
        ReadingSuperseded superseded = TestEvents.example(ReadingSuperseded.class);
        UUID readingId = Ids.next();
        UUID received = received(user, readingId);
        events.publish(new ReadingSuperseded(
                readingId,
                superseded.meterId(),
                superseded.supplyAccountId(),
                superseded.supplierId(),
                user,
                "2026-11",
                superseded.supersededBy(),
                Instant.now(),
                2));
        await().until(() -> state(received).equals("SUPPRESSED"));
    }

    private UUID received(UUID user, UUID readingId) {
        ReadingSubmitted submitted = TestEvents.example(ReadingSubmitted.class);
        UUID received = events.publish(new ReadingSubmitted(
                readingId,
                submitted.meterId(),
                submitted.supplyAccountId(),
                submitted.supplierId(),
                user,
                "2026-11",
                submitted.registers(),
                Instant.now(),
                Instant.now(),
                1));
        await().until(() -> state(received).equals("ACCEPTED"));
        return received;
    }

    @Test
    @DisplayName("F-45: a code that is late on arrival is not sent")
    void expiredCodeIsDropped() {
        String phone = Events.phone();
        UUID late = events.publish(
                Events.verification(phone, "777777", Instant.now().minusSeconds(1)));
        UUID fresh = events.publish(
                Events.verification(phone, "888888", Instant.now().plusSeconds(600)));
        await().until(() -> state(fresh).equals("DELIVERED"));
        assertThat(state(late)).isEmpty();
        assertThat(Partners.SMS.receivedBy(phone))
                .singleElement()
                .satisfies(sms -> assertThat(sms.text()).contains("888888"));
    }

    @Test
    void ownerOfARegisteredLoginIsToldWithoutACode() {
        String phone = Events.phone();
        events.publish(Events.verification(
                phone,
                Sealing.seal("{\"target\":\"" + phone + "\"}"),
                VerificationRequested.Purpose.ALREADY_REGISTERED,
                Instant.now().plusSeconds(600)));
        await().until(() -> !Partners.SMS.receivedBy(phone).isEmpty());
        assertThat(Partners.SMS.receivedBy(phone).getFirst().text())
                .isEqualTo("На этот номер уже есть личный кабинет. Войдите с паролем.");
    }

    @Test
    void poisonDoesNotStopTheOthers() {
        String phone = Events.phone();
        VerificationRequested foreign = Events.verification(
                phone,
                "not sealed at all",
                VerificationRequested.Purpose.REGISTER,
                Instant.now().plusSeconds(600));
        events.publish(foreign);
        VerificationRequested unknown =
                Events.verification(phone, "111111", Instant.now().plusSeconds(600));
        Map<String, String> headers = TestEvents.headers(unknown, Ids.next());
        headers.put("ce_type", "abonent.identity.VerificationDreamt.v7");
        events.publishRaw(
                Topic.IDENTITY_VERIFICATION.topicName(),
                unknown.aggregateId().toString(),
                "{}".getBytes(StandardCharsets.UTF_8),
                headers);
        UUID good = events.publish(
                Events.verification(phone, "222222", Instant.now().plusSeconds(600)));
        await().until(() -> state(good).equals("DELIVERED"));
        assertThat(Partners.SMS.receivedBy(phone)).hasSize(1);
    }

    @Test
    void olderContactDoesNotReplaceANewerOne() {
        UUID user = UUID.randomUUID();
        ContactConfirmed first = Events.contact(user, Events.email());
        String newer = Events.email();
        events.publish(new ContactConfirmed(first.contactId(), user, first.type(), newer, "ru", Instant.now(), 2));
        events.publish(first);
        UUID id = events.publish(paid(user));
        await().until(() -> state(id).equals("SENT"));
        assertThat(Letters.to(newer)).hasSize(1);
        assertThat(Letters.to(first.value())).isEmpty();
    }

    @Test
    void ownInboxShowsWhatWasSentAndNobodyElses() {
        UUID user = UUID.randomUUID();
        String email = Events.email();
        events.publish(Events.contact(user, email));
        UUID id = events.publish(paid(user));
        await().until(() -> state(id).equals("SENT"));
        Api api = new Api(environment);
        Api.Answer mine = api.get(user, "/api/v1/notifications");
        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.body().path("items")).hasSize(1);
        assertThat(mine.body().path("items").path(0).path("title").asString())
                .isEqualTo("Платёж 1\u00a0234,56\u00a0₽ принят");
        assertThat(mine.body().path("items").path(0).path("targetMasked").asString())
                .isEqualTo("u***@example.ru");
        assertThat(mine.body().toString()).doesNotContain(email);
        assertThat(api.get(UUID.randomUUID(), "/api/v1/notifications").body().path("items"))
                .isEmpty();
    }

    private PaymentPaid paid(UUID user) {
        PaymentPaid example = TestEvents.example(PaymentPaid.class);
        return new PaymentPaid(
                Ids.next(), user, 123456, "RUB", example.method(), example.parts(), Instant.now(), false, 2);
    }

    private static AccountLinked linked(UUID user, UUID supplyAccount) {
        AccountLinked example = TestEvents.example(AccountLinked.class);
        return new AccountLinked(
                Ids.next(),
                user,
                supplyAccount,
                example.supplierId(),
                "ref",
                "****5952",
                example.accessLevel(),
                null,
                Instant.now(),
                1);
    }

    private List<UUID> sources(Set<UUID> ids) {
        return jdbc.sql("select source_event_id from delivery where source_event_id in (:ids) and user_id = :user")
                .param("ids", ids)
                .param("user", EXAMPLE_USER)
                .query(UUID.class)
                .list();
    }

    private String state(UUID sourceEventId) {
        return jdbc.sql("select state from delivery where source_event_id = :id order by user_id limit 1")
                .param("id", sourceEventId)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
