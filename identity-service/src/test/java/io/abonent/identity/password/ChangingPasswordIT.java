package io.abonent.identity.password;

import static io.abonent.identity.Customers.PASSWORD;
import static io.abonent.identity.Customers.newMailbox;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.identity.PasswordChanged;
import io.abonent.contracts.identity.SessionEnded;
import io.abonent.identity.AtOnce;
import io.abonent.identity.Customers;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import io.abonent.identity.MovableClock;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.TestEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class ChangingPasswordIT {

    private static final String NEW = "Vesna2028";

    private final Customers customers;
    private final Http http;
    private final TestEvents events;
    private final OutboxAssertions outbox;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    @Autowired
    ChangingPasswordIT(
            Customers customers, TestEvents events, OutboxAssertions outbox, MovableClock clock, JdbcClient jdbc) {
        this.customers = customers;
        this.http = customers.http();
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private Answer change(String bearer, String current, String replacement) {
        return http.put(
                "/api/v1/me/password",
                Map.of("currentPassword", current, "newPassword", replacement),
                "Authorization",
                bearer);
    }

    private Answer tokens(String login, String password) {
        return http.exchange(http.challenge(login, password).text("authorization_code"));
    }

    private static String bearer(Answer tokens) {
        return "Bearer " + tokens.text("access_token");
    }

    @Test
    @DisplayName("F-76: a new password ends all other sessions, keeps this one, and is told without a secret")
    void replacesThePassword() {
        String phone = newPhone();
        UUID userId = customers.registered(phone);
        Answer here = tokens(phone, PASSWORD);
        Answer there = tokens(phone, PASSWORD);
        Answer elsewhere = tokens(phone, PASSWORD);

        assertThat(change(bearer(here), PASSWORD, NEW).status()).isEqualTo(204);

        assertThat(http.challenge(phone, PASSWORD).text("code")).isEqualTo("BAD_CREDENTIALS");
        assertThat(http.challenge(phone, NEW).status()).isEqualTo(200);
        assertThat(http.refresh(there.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(http.refresh(elsewhere.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(http.refresh(here.text("refresh_token")).status()).isEqualTo(200);
        PasswordChanged told = events.awaitPublished(
                PasswordChanged.class, event -> event.userId().equals(userId));
        assertThat(told.sessionsEnded()).isEqualTo(2);
        outbox.awaitEmpty();
        assertThat(events.published(SessionEnded.class))
                .filteredOn(event -> event.event().userId().equals(userId))
                .extracting(event -> event.event().cause())
                .containsExactly(SessionEnded.Cause.PASSWORD_CHANGED, SessionEnded.Cause.PASSWORD_CHANGED);
        assertThat(told.loginMasked()).contains("***");
        assertThat(jdbc.sql("select count(*) from outbox where payload like :new or payload like :old")
                        .param("new", "%" + NEW + "%")
                        .param("old", "%" + PASSWORD + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void showsWhenThePasswordWasChosen() {
        String phone = newPhone();
        customers.registered(phone);
        String bearer = customers.bearer(phone);
        Answer before = http.get("/api/v1/me", "Authorization", bearer);
        assertThat(change(bearer, PASSWORD, NEW).status()).isEqualTo(204);
        Answer after = http.get("/api/v1/me", "Authorization", bearer);

        assertThat(after.text("passwordChangedAt")).isNotEqualTo(before.text("passwordChangedAt"));
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    @DisplayName("wrong passwords here and at the sign-in are counted together; being locked out changes nothing")
    void countsWrongPasswordsLikeASignIn() {
        String phone = newPhone();
        customers.registered(phone);
        String bearer = customers.bearer(phone);
        for (int time = 0; time < 3; time++) {
            Answer wrong = change(bearer, "Drugoy77", NEW);
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.text("code")).isEqualTo("CURRENT_PASSWORD_WRONG");
        }
        for (int time = 0; time < 2; time++) {
            assertThat(http.challenge(phone, "Drugoy77").text("code")).isEqualTo("BAD_CREDENTIALS");
        }

        Answer locked = change(bearer, PASSWORD, NEW);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.text("code")).isEqualTo("USER_LOCKED");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(14 * 60, 15 * 60 + 1);
        assertThat(http.challenge(phone, PASSWORD).text("code")).isEqualTo("USER_LOCKED");

        clock.advance(Duration.ofMinutes(16));
        String later = customers.bearer(phone);
        assertThat(change(later, PASSWORD, NEW).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("F-66: thirty wrong passwords at once get five looked at")
    void looksAtFiveWrongPasswordsAtOnce() {
        String phone = newPhone();
        customers.registered(phone);
        String bearer = customers.bearer(phone);
        List<String> codes = AtOnce.run(30, () -> change(bearer, "Drugoy77", NEW)).stream()
                .map(answer -> answer.text("code"))
                .toList();

        assertThat(codes).filteredOn("CURRENT_PASSWORD_WRONG"::equals).hasSize(5);
        assertThat(codes).filteredOn("USER_LOCKED"::equals).hasSize(25);
    }

    @ParameterizedTest
    @CsvSource({
        "Vesnа2028,PASSWORD_NON_LATIN",
        "V1,PASSWORD_POLICY",
        "qwerty,PASSWORD_BREACHED",
        "Zima2027,PASSWORD_UNCHANGED"
    })
    void refusesABadNewPassword(String replacement, String code) {
        String phone = newPhone();
        customers.registered(phone);
        Answer refused = change(customers.bearer(phone), PASSWORD, replacement);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo(code);
        assertThat(http.challenge(phone, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refusesMalformedRequestsAndStrangers() {
        String phone = newPhone();
        customers.registered(phone);

        assertThat(http.put("/api/v1/me/password", Map.of("newPassword", NEW), "Authorization", customers.bearer(phone))
                        .text("code"))
                .isEqualTo("REQUEST_INVALID");
        assertThat(http.put("/api/v1/me/password", Map.of("currentPassword", PASSWORD, "newPassword", NEW))
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("two changes at the same instant: one is made, the other is told that its current password is old")
    void makesOneOfTwoChangesAtOnce() {
        for (int round = 0; round < 5; round++) {
            String phone = newPhone();
            UUID userId = customers.registered(phone);
            String bearer = customers.bearer(phone);
            List<Answer> answers = AtOnce.run(
                    List.of(() -> change(bearer, PASSWORD, "Vesna2028"), () -> change(bearer, PASSWORD, "Osen2029x")));

            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(204, 422);
            String kept = answers.getFirst().status() == 204 ? "Vesna2028" : "Osen2029x";
            assertThat(http.challenge(phone, kept).status()).isEqualTo(200);
            events.awaitPublished(PasswordChanged.class, event -> event.userId().equals(userId));
        }
    }

    @Test
    @DisplayName("F-76: a code of a sign-in with the old password is worth nothing after the change")
    void endsSignInsThatAreOnTheirWay() {
        String mailbox = newMailbox();
        customers.registered(mailbox);
        String bearer = customers.bearer(mailbox);
        String code = http.challenge(mailbox, PASSWORD).text("authorization_code");
        assertThat(change(bearer, PASSWORD, NEW).status()).isEqualTo(204);

        assertThat(http.exchange(code).text("error")).isEqualTo("invalid_grant");
        assertThat(tokens(mailbox, NEW).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F-76: sign-ins with the old password at the instant of the change leave no living session")
    void leavesNoSessionOfTheOldPassword() {
        String phone = newPhone();
        customers.registered(phone);
        Answer here = tokens(phone, PASSWORD);
        List<String> codes = new ArrayList<>();
        for (int time = 0; time < 6; time++) {
            codes.add(http.challenge(phone, PASSWORD).text("authorization_code"));
        }
        List<Callable<Answer>> calls = new ArrayList<>();
        codes.forEach(code -> calls.add(() -> http.exchange(code)));
        calls.add(3, () -> change(bearer(here), PASSWORD, NEW));
        List<Answer> answers = AtOnce.run(calls);

        assertThat(answers.get(3).status()).isEqualTo(204);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(answer -> answer.text("refresh_token")))
                .allSatisfy(
                        token -> assertThat(http.refresh(token).text("error")).isEqualTo("invalid_grant"));
        assertThat(http.refresh(here.text("refresh_token")).status()).isEqualTo(200);
    }
}
