package io.abonent.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.contracts.Topic;
import io.abonent.contracts.identity.LoginType;
import io.abonent.contracts.identity.PasswordChanged;
import io.abonent.contracts.identity.PasswordReset;
import io.abonent.contracts.identity.ProfileField;
import io.abonent.contracts.identity.ProfileUpdated;
import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.notification.Events;
import io.abonent.notification.Letters;
import io.abonent.notification.NotificationTest;
import io.abonent.notification.Partners;
import io.abonent.notification.seal.Sealing;
import io.abonent.notification.sms.SmsCentre;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people hear of their password. */
@NotificationTest
class PasswordNoticesIT {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(java.time.Duration.ofSeconds(40));
    }

    @Test
    void sendsTheCodeForANewPasswordByShortMessage() {
        String phone = Events.phone();
        events.publish(forgotten(phone, "135790"));

        await().until(() -> !Partners.SMS.receivedBy(phone).isEmpty());
        assertThat(Partners.SMS.receivedBy(phone).getFirst().text()).startsWith("Код 135790 для нового пароля");
    }

    @Test
    void sendsCodeAndLinkToANewPasswordByMail() {
        String email = Events.email();
        events.publish(forgotten(email, "246801"));

        await().until(() -> !Letters.to(email).isEmpty());
        assertThat(Letters.to(email)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Новый пароль для личного кабинета");
            assertThat(letter.text()).contains("246801").contains("http://localhost:8080/reset?token=T0ken");
        });
    }

    @Test
    @DisplayName("F-28, F-29: a purpose of the future is put aside; the next message goes out")
    void parksAPurposeOfTheFuture() {
        String phone = Events.phone();
        VerificationRequested future = forgotten(phone, "111111");
        ObjectNode value = JSON.valueToTree(future).asObject();
        value.put("purpose", "SIGN_CONSENT");
        value.put("requestedAt", future.requestedAt().toString());
        value.put("expiresAt", future.expiresAt().toString());
        events.publishRaw(
                Topic.IDENTITY_VERIFICATION.topicName(),
                future.aggregateId().toString(),
                value.toString().getBytes(StandardCharsets.UTF_8),
                TestEvents.headers(future, Ids.next()));
        VerificationRequested next = new VerificationRequested(
                future.verificationId(),
                future.purpose(),
                future.channel(),
                future.targetMasked(),
                sealed(phone, "222222"),
                future.locale(),
                2,
                future.requestedAt(),
                future.expiresAt(),
                2);
        events.publish(next);

        await().until(() -> !Partners.SMS.receivedBy(phone).isEmpty());
        assertThat(Partners.SMS.receivedBy(phone))
                .singleElement()
                .extracting(SmsCentre.Received::text)
                .asString()
                .contains("222222");
    }

    @Test
    @DisplayName("every contact hears of a new password, however often the event comes")
    void tellsEveryContact() {
        UUID user = UUID.randomUUID();
        String phone = Events.phone();
        String email = Events.email();
        events.publish(Events.contact(user, phone));
        events.publish(Events.contact(user, email));
        await().until(() -> jdbc.sql("select count(*) from contact where user_id = :user")
                        .param("user", user)
                        .query(Long.class)
                        .single()
                == 2);
        awaitBoth(changed(user, "ru", 2), phone, email, 1);

        PasswordReset reset =
                new PasswordReset(user, LoginType.PHONE, "+7 *** ***-11-11", "ru", Instant.now(), 2, Instant.now(), 3);
        UUID id = events.publish(reset);
        events.publish(reset, id);
        awaitBoth(changed(user, "ru", 4), phone, email, 3);

        assertThat(Letters.to(email))
                .extracting(Letters.Arrived::subject)
                .containsExactlyInAnyOrder("Пароль изменён", "Пароль восстановлен", "Пароль изменён");
        assertThat(Partners.SMS.receivedBy(phone))
                .extracting(SmsCentre.Received::text)
                .filteredOn(text -> text.startsWith("Новый пароль кабинета задан"))
                .hasSize(1);
    }

    @Test
    @DisplayName("S5: notices follow the language a person chose; an older event does not take it back")
    void speaksTheLanguageThePersonChose() {
        UUID user = UUID.randomUUID();
        String email = Events.email();
        events.publish(Events.contact(user, email));
        events.publish(profile(user, "en", 5));
        events.publish(profile(user, "ru", 4));
        events.publish(changed(user, "en", 6));

        await().until(() -> !Letters.to(email).isEmpty());
        assertThat(Letters.to(email).getFirst().subject()).isEqualTo("Password changed");
    }

    private void awaitBoth(PasswordChanged event, String phone, String email, int messages) {
        events.publish(event);
        await().untilAsserted(() -> {
            assertThat(Letters.to(email)).hasSize(messages);
            assertThat(Partners.SMS.receivedBy(phone)).hasSize(messages);
        });
    }

    private static PasswordChanged changed(UUID user, String locale, long version) {
        return new PasswordChanged(
                user, LoginType.PHONE, "+7 *** ***-11-11", locale, Instant.now(), 0, Instant.now(), version);
    }

    private static ProfileUpdated profile(UUID user, String locale, long version) {
        return new ProfileUpdated(
                user,
                LoginType.EMAIL,
                "u***@example.ru",
                locale,
                Instant.now(),
                List.of(ProfileField.LOCALE),
                Instant.now(),
                version);
    }

    private static VerificationRequested forgotten(String target, String code) {
        return Events.verification(
                target,
                sealed(target, code),
                VerificationRequested.Purpose.RESET,
                Instant.now().plusSeconds(600));
    }

    private static String sealed(String target, String code) {
        Map<String, String> letter = target.contains("@")
                ? Map.of("target", target, "code", code, "link", "http://localhost:8080/reset?token=T0ken-" + code)
                : Map.of("target", target, "code", code);
        return Sealing.seal(JSON.writeValueAsString(letter));
    }
}
