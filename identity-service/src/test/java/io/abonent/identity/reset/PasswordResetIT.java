package io.abonent.identity.reset;

import static io.abonent.identity.Customers.PASSWORD;
import static io.abonent.identity.Customers.newMailbox;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.identity.PasswordReset;
import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.contracts.identity.VerificationRequested.Purpose;
import io.abonent.identity.AtOnce;
import io.abonent.identity.Customers;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import io.abonent.identity.Letter;
import io.abonent.identity.MovableClock;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class PasswordResetIT {

    private static final String RESETS = "/api/v1/password-resets";
    private static final String NEW = "Vesna2028";

    private final Customers customers;
    private final Http http;
    private final TestEvents events;
    private final OutboxAssertions outbox;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    @Autowired
    PasswordResetIT(
            Customers customers, TestEvents events, OutboxAssertions outbox, MovableClock clock, JdbcClient jdbc) {
        this.customers = customers;
        this.http = customers.http();
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private String customer() {
        String phone = newPhone();
        customers.registered(phone);
        return phone;
    }

    private Answer ask(String login) {
        return http.post(RESETS, Map.of("login", login));
    }

    private Answer resend(String id) {
        return http.post(RESETS + "/" + id + "/resend", Map.of());
    }

    private Answer complete(String id, String code, String password) {
        return http.post(RESETS + "/" + id + "/completion", Map.of("code", code, "newPassword", password));
    }

    private Answer completeByLink(String token, String password) {
        return http.post("/api/v1/password-reset-completions", Map.of("token", token, "newPassword", password));
    }

    private Answer open(String token) {
        return http.post("/api/v1/password-reset-links", Map.of("token", token));
    }

    private static String other(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    @Test
    @DisplayName("by phone: the code of the SMS gives a new password, ends all sessions and opens a locked login")
    void resetsByCode() {
        String phone = newPhone();
        UUID userId = customers.registered(phone);
        Answer session = customers.signedIn(phone);
        for (int time = 0; time < 5; time++) {
            http.challenge(phone, "Drugoy77");
        }
        assertThat(http.challenge(phone, PASSWORD).text("code")).isEqualTo("USER_LOCKED");

        Answer asked = ask("8 " + phone.substring(2));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json())
                .containsOnlyKeys("resetId", "channel", "target", "expiresAt", "resendAvailableAt")
                .containsEntry("channel", "SMS");
        assertThat(asked.text("target")).startsWith("+7 *** ***-");
        String id = asked.text("resetId");
        VerificationRequested message = customers.message(id, 1);
        assertThat(message.purpose()).isEqualTo(Purpose.RESET);
        Letter letter = Letter.open(message);
        assertThat(letter.target()).isEqualTo(phone);
        assertThat(letter.content()).doesNotContainKey("link");

        Answer completed = complete(id, letter.code(), NEW);
        assertThat(completed.status()).as(completed.body()).isEqualTo(204);
        assertThat(http.challenge(phone, NEW).status()).isEqualTo(200);
        assertThat(http.challenge(phone, PASSWORD).text("code")).isEqualTo("BAD_CREDENTIALS");
        assertThat(http.refresh(session.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        PasswordReset told = events.awaitPublished(
                PasswordReset.class, event -> event.userId().equals(userId));
        assertThat(told.sessionsEnded()).isEqualTo(1);
        assertThat(complete(id, letter.code(), "Osen2029x").text("code")).isEqualTo("RESET_COMPLETED");
        assertThat(resend(id).text("code")).isEqualTo("RESET_COMPLETED");
    }

    @Test
    @DisplayName("F-83, F-85: by mail: the link leads to the gateway's page, looking at it changes nothing")
    void resetsByLink() {
        String mailbox = newMailbox();
        customers.registered(mailbox);
        Answer asked = ask(mailbox.toUpperCase(java.util.Locale.ROOT));
        assertThat(asked.json()).containsEntry("channel", "EMAIL").containsEntry("target", "u***@example.ru");
        Letter letter = customers.letter(asked.text("resetId"), 1);
        assertThat(letter.link()).startsWith("http://localhost:8080/reset?token=");

        for (int look = 0; look < 3; look++) {
            Answer opened = open(letter.token());
            assertThat(opened.status()).isEqualTo(200);
            assertThat(opened.json()).containsExactly(Map.entry("target", "u***@example.ru"));
        }
        assertThat(http.challenge(mailbox, PASSWORD).status()).isEqualTo(200);
        assertThat(completeByLink(letter.token(), NEW).status()).isEqualTo(204);

        assertThat(http.challenge(mailbox, NEW).status()).isEqualTo(200);
        assertThat(completeByLink(letter.token(), "Osen2029x").text("code")).isEqualTo("RESET_COMPLETED");
        assertThat(open(letter.token()).text("code")).isEqualTo("RESET_COMPLETED");
        assertThat(complete(asked.text("resetId"), letter.code(), NEW).text("code"))
                .isEqualTo("RESET_COMPLETED");
    }

    @Test
    @DisplayName("F-69: a login that is nobody's answers, counts and waits like any other; no message goes out")
    void tellsNothingAboutLogins() {
        Answer known = ask(customer());
        Answer unknown = ask(newPhone());
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
        assertThat(unknown.json().keySet()).isEqualTo(known.json().keySet());
        String right = customers.letter(known.text("resetId"), 1).code();

        for (Answer asked : List.of(known, unknown)) {
            String id = asked.text("resetId");
            assertThat(resend(id).text("code")).isEqualTo("RESEND_TOO_SOON");
            for (int left = 4; left >= 0; left--) {
                Answer wrong = complete(id, other(right), NEW);
                assertThat(wrong.text("code")).isEqualTo("CODE_INVALID");
                assertThat(wrong.json()).containsEntry("attemptsLeft", left);
            }
            assertThat(complete(id, right, NEW).text("code")).isEqualTo("CODE_EXHAUSTED");
        }
        outbox.awaitEmpty();
        assertThat(events.published(VerificationRequested.class))
                .noneSatisfy(event -> assertThat(event.event().verificationId()).hasToString(unknown.text("resetId")));

        clock.advance(Duration.ofSeconds(61));
        for (Answer asked : List.of(known, unknown)) {
            assertThat(resend(asked.text("resetId")).json().keySet())
                    .isEqualTo(known.json().keySet());
        }
    }

    @Test
    @DisplayName("F-68, F-69: five messages an hour to one target, over registration and reset, known or not")
    void bombsNobody() {
        for (String phone : List.of(customer(), newPhone())) {
            http.register(phone, PASSWORD);
            long accepted = java.util.stream.IntStream.range(0, 7)
                    .filter(time -> ask(phone).status() == 202)
                    .count();
            assertThat(accepted).isBetween(3L, 4L);
            Answer refused = ask(phone);
            assertThat(refused.text("code")).isEqualTo("RATE_LIMITED");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    @DisplayName("F-64: a code of a registration resets nothing, a code of a reset registers nobody")
    void bindsCodesToTheirPurpose() {
        String phone = customer();
        String fresh = newMailbox();
        String registration = http.register(fresh, PASSWORD).text("registrationId");
        Letter registrationLetter = customers.letter(registration, 1);
        String reset = ask(phone).text("resetId");
        String resetCode = customers.letter(reset, 1).code();

        assertThat(complete(registration, registrationLetter.code(), NEW).text("code"))
                .isEqualTo("NOT_FOUND");
        assertThat(completeByLink(registrationLetter.token(), NEW).text("code")).isEqualTo("LINK_EXPIRED");
        assertThat(open(registrationLetter.token()).text("code")).isEqualTo("LINK_EXPIRED");
        assertThat(resend(registration).text("code")).isEqualTo("NOT_FOUND");
        assertThat(http.confirm(reset, resetCode).text("code")).isEqualTo("NOT_FOUND");
        assertThat(http.post("/api/v1/registrations/" + reset + "/resend", Map.of())
                        .text("code"))
                .isEqualTo("NOT_FOUND");
        String mailbox = newMailbox();
        customers.registered(mailbox);
        String resetLink = customers.letter(ask(mailbox).text("resetId"), 1).token();
        assertThat(http.post("/api/v1/confirmations", Map.of("token", resetLink))
                        .text("code"))
                .isEqualTo("LINK_EXPIRED");
        assertThat(http.get("/confirm?token=" + resetLink).status()).isEqualTo(410);

        assertThat(http.confirm(registration, registrationLetter.code()).status())
                .isEqualTo(201);
        assertThat(complete(reset, resetCode, NEW).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("F-64: the code of one reset is worth nothing for another; the first that succeeds ends the rest")
    void endsTheOtherResetsOfALogin() {
        String phone = customer();
        String first = ask(phone).text("resetId");
        String second = ask(phone).text("resetId");
        String firstCode = customers.letter(first, 1).code();
        String secondCode = customers.letter(second, 1).code();
        if (!firstCode.equals(secondCode)) {
            assertThat(complete(second, firstCode, NEW).text("code")).isEqualTo("CODE_INVALID");
        }

        assertThat(complete(first, firstCode, NEW).status()).isEqualTo(204);
        assertThat(complete(second, secondCode, "Osen2029x").text("code")).isEqualTo("RESET_COMPLETED");
        assertThat(http.challenge(phone, NEW).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F-64, F-69: a password changed meanwhile ends a reset; asked for again it works, and nothing shows")
    void isEndedByAChangeAndBegunByANewCode() {
        String phone = customer();
        String id = ask(phone).text("resetId");
        String old = customers.letter(id, 1).code();
        Answer changed = http.put(
                "/api/v1/me/password",
                Map.of("currentPassword", PASSWORD, "newPassword", NEW),
                "Authorization",
                customers.bearer(phone));
        assertThat(changed.status()).isEqualTo(204);
        assertThat(complete(id, old, "Osen2029x").text("code")).isEqualTo("RESET_COMPLETED");

        clock.advance(Duration.ofSeconds(61));
        assertThat(resend(id).status()).isEqualTo(202);
        Letter newest = customers.letter(id, 2);
        if (!newest.code().equals(old)) {
            assertThat(complete(id, old, "Osen2029x").text("code")).isEqualTo("CODE_SUPERSEDED");
        }
        assertThat(complete(id, newest.code(), "Osen2029x").status()).isEqualTo(204);
        assertThat(http.challenge(phone, "Osen2029x").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F-66: code and link, and two resets of one login, at the same instant: one password comes of it")
    void letsExactlyOneWin() {
        for (int round = 0; round < 5; round++) {
            String mailbox = newMailbox();
            UUID userId = customers.registered(mailbox);
            String id = ask(mailbox).text("resetId");
            Letter letter = customers.letter(id, 1);
            String rival = ask(mailbox).text("resetId");
            String rivalCode = customers.letter(rival, 1).code();
            List<String> passwords = List.of("Vesna2028", "Osen2029x", "Leto2030y", "Mart2031z");
            List<Answer> answers = AtOnce.run(List.of(
                    () -> complete(id, letter.code(), passwords.get(0)),
                    () -> completeByLink(letter.token(), passwords.get(1)),
                    () -> complete(id, letter.code(), passwords.get(2)),
                    () -> complete(rival, rivalCode, passwords.get(3))));

            assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(204);
            assertThat(answers.stream().filter(answer -> answer.status() != 204))
                    .allSatisfy(answer -> assertThat(answer.text("code")).isEqualTo("RESET_COMPLETED"));
            int winner = answers.stream().map(Answer::status).toList().indexOf(204);
            assertThat(http.challenge(mailbox, passwords.get(winner)).status()).isEqualTo(200);
            outbox.awaitEmpty();
            events.awaitPublished(PasswordReset.class, event -> event.userId().equals(userId));
            assertThat(events.published(PasswordReset.class))
                    .filteredOn(event -> event.event().userId().equals(userId))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("F-65: a hundred guesses at once get five looked at")
    void looksAtNoMoreThanFiveGuesses() {
        String id = ask(customer()).text("resetId");
        String right = customers.letter(id, 1).code();
        List<String> codes = AtOnce.run(100, () -> complete(id, other(right), NEW)).stream()
                .map(answer -> answer.text("code"))
                .toList();

        assertThat(codes).filteredOn("CODE_INVALID"::equals).hasSize(5);
        assertThat(complete(id, right, NEW).text("code")).isEqualTo("CODE_EXHAUSTED");
    }

    @Test
    @DisplayName("F-64: code after ten minutes, link after an hour, the whole reset after two")
    void expires() {
        String mailbox = newMailbox();
        customers.registered(mailbox);
        String id = ask(mailbox).text("resetId");
        Letter letter = customers.letter(id, 1);

        clock.advance(Duration.ofMinutes(11));
        assertThat(complete(id, letter.code(), NEW).text("code")).isEqualTo("CODE_EXPIRED");
        assertThat(open(letter.token()).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(50));
        assertThat(open(letter.token()).text("code")).isEqualTo("LINK_EXPIRED");
        assertThat(completeByLink(letter.token(), NEW).text("code")).isEqualTo("LINK_EXPIRED");
        clock.advance(Duration.ofMinutes(60));
        assertThat(resend(id).status()).isEqualTo(404);
        assertThat(http.challenge(mailbox, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void spendsNoTryOnAPasswordThatMayNotBeChosen() {
        String phone = customer();
        String id = ask(phone).text("resetId");
        String code = customers.letter(id, 1).code();
        for (String bad : List.of("Vesnа2028", "V1", "qwerty", "Я", "aaaaa", "V1", "V1")) {
            assertThat(complete(id, code, bad).status()).isEqualTo(422);
        }

        assertThat(complete(id, code, NEW).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("killed before the commit: the old password, the sessions and the code are as they were")
    void changesEverythingOrNothing() {
        String phone = customer();
        Answer session = customers.signedIn(phone);
        String id = ask(phone).text("resetId");
        String code = customers.letter(id, 1).code();
        jdbc.sql("""
                create function refuse_reset() returns trigger language plpgsql as
                $$ begin raise exception 'killed'; end $$""").update();
        jdbc.sql("""
                create trigger refuse_reset before insert on outbox for each row
                when (new.type like '%PasswordReset%') execute function refuse_reset()""").update();
        try {
            assertThat(complete(id, code, NEW).status()).isEqualTo(500);
        } finally {
            jdbc.sql("drop trigger refuse_reset on outbox").update();
            jdbc.sql("drop function refuse_reset()").update();
        }

        assertThat(http.challenge(phone, NEW).text("code")).isEqualTo("BAD_CREDENTIALS");
        assertThat(http.challenge(phone, PASSWORD).status()).isEqualTo(200);
        assertThat(http.refresh(session.text("refresh_token")).status()).isEqualTo(200);
        assertThat(complete(id, code, NEW).status()).isEqualTo(204);
    }

    @Test
    void refusesRubbish() {
        assertThat(ask("nobody").text("code")).isEqualTo("LOGIN_FORMAT_INVALID");
        assertThat(http.post(RESETS, Map.of()).text("code")).isEqualTo("REQUEST_INVALID");
        assertThat(complete(UUID.randomUUID().toString(), "123456", NEW).text("code"))
                .isEqualTo("NOT_FOUND");
        assertThat(completeByLink("A".repeat(54), NEW).text("code")).isEqualTo("LINK_EXPIRED");
        assertThat(resend(UUID.randomUUID().toString()).status()).isEqualTo(404);
    }
}
