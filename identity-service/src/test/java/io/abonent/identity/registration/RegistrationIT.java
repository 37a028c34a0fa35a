package io.abonent.identity.registration;

import static io.abonent.identity.Customers.PASSWORD;
import static io.abonent.identity.Customers.newMailbox;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.contracts.identity.UserRegistered;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class RegistrationIT {

    private final Customers customers;
    private final Http http;
    private final MovableClock clock;
    private final TestEvents events;
    private final OutboxAssertions outbox;
    private final JdbcClient jdbc;

    @Autowired
    RegistrationIT(
            Customers customers, MovableClock clock, TestEvents events, OutboxAssertions outbox, JdbcClient jdbc) {
        this.customers = customers;
        this.http = customers.http();
        this.clock = clock;
        this.events = events;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({
        "8999, Zima2027, 422, LOGIN_FORMAT_INVALID",
        "+74951234567, Zima2027, 422, LOGIN_FORMAT_INVALID",
        "masha@example, Zima2027, 422, LOGIN_FORMAT_INVALID",
        "+79012223344, abc1, 422, PASSWORD_POLICY",
        "+79012223344, abcdefghijk, 422, PASSWORD_POLICY",
        "+79012223344, Zimа2027, 422, PASSWORD_NON_LATIN",
        "+79012223344, Natasha1, 422, PASSWORD_BREACHED",
        "+79012223344, 9012223344, 422, PASSWORD_BREACHED"
    })
    void refusesBadForms(String login, String password, int status, String code) {
        Answer answer = http.register(login, password);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain(password).doesNotContain(login);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"login\":\"+79012223344\"} | 400",
                "{\"login\":\"\",\"password\":\"Zima2027\"} | 400",
                "{\"login\":\"+79012223344\",\"password\":\"Zima2027\",\"role\":\"admin\"} | 400",
                "{\"login\":79012223344,\"password\":\"Zima2027\"} | 400",
                "{\"login\":[\"+79012223344\"],\"password\":\"Zima2027\"} | 400",
                "[] | 400",
                "{ | 400"
            })
    void refusesMalformedRequests(String body, int status) {
        Answer answer = http.postText("/api/v1/registrations", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(http.register("8999", PASSWORD).text("title")).contains("телефона");
        assertThat(http.register("8999", PASSWORD, "Accept-Language", "en").text("title"))
                .contains("mobile number");
    }

    @Test
    @DisplayName("S1: registered again while pending, the newest form counts")
    void letsTheNewestFormCount() {
        String phone = newPhone();
        String first = http.register(phone, "Osen2026").text("registrationId");
        String firstCode = customers.letter(first, 1).code();
        String second = http.register(phone, "Vesna2027").text("registrationId");

        assertThat(http.confirm(first, firstCode).text("code")).isEqualTo("CODE_SUPERSEDED");
        assertThat(resend(first).text("code")).isEqualTo("CODE_SUPERSEDED");
        assertThat(http.confirm(second, customers.letter(second, 1).code()).status())
                .isEqualTo(201);
        assertThat(http.challenge(phone, "Osen2026").status()).isEqualTo(403);
        assertThat(http.challenge(phone, "Vesna2027").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F-61: one login registered at the same instant: everybody gets the same 202, one user comes of it")
    void makesOneUserOfFormsAtTheSameInstant() {
        String phone = newPhone();
        List<Answer> answers = AtOnce.run(4, () -> http.register(phone, PASSWORD));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        List<Integer> confirmed = answers.stream()
                .map(answer -> answer.text("registrationId"))
                .map(id -> http.confirm(id, customers.letter(id, 1).code()).status())
                .toList();
        assertThat(confirmed).containsOnlyOnce(201);
        assertThat(users(phone)).isEqualTo(1);
    }

    @Test
    @DisplayName("F-61: the database itself takes no second owner of a contact and no second pending form of a login")
    void oneOwnerIsTheDatabasesWordToo() {
        String phone = newPhone();
        String id = http.register(phone, PASSWORD).text("registrationId");
        assertThatThrownBy(() -> again("registration", "login", phone)).isInstanceOf(DuplicateKeyException.class);
        http.confirm(id, customers.letter(id, 1).code());
        assertThat(users(phone)).isEqualTo(1);
        assertThatThrownBy(() -> again("contact", "value", phone)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @DisplayName("F-66: a hundred guesses at once cost five tries, counted exactly")
    void looksAtNoMoreThanFiveGuesses() {
        String id = http.register(newPhone(), PASSWORD).text("registrationId");
        String right = customers.letter(id, 1).code();
        String wrong = right.equals("111111") ? "222222" : "111111";
        List<String> codes = AtOnce.run(100, () -> http.confirm(id, wrong)).stream()
                .map(answer -> answer.text("code"))
                .toList();

        assertThat(codes).filteredOn("CODE_INVALID"::equals).hasSize(5);
        // The rest learned that the code is spent, or found the small connection pool busy; nobody was looked at.
        assertThat(codes)
                .filteredOn(code -> !code.equals("CODE_INVALID"))
                .hasSize(95)
                .isSubsetOf("CODE_EXHAUSTED", "TEMPORARILY_UNAVAILABLE");
        assertThat(jdbc.sql("select attempts from verification where id = :id")
                        .param("id", UUID.fromString(id))
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(http.confirm(id, right).text("code")).isEqualTo("CODE_EXHAUSTED");
    }

    @Test
    @DisplayName("S7: code and link at the same instant: exactly one wins, one UserRegistered")
    void letsExactlyOneWin() {
        for (int round = 0; round < 20; round++) {
            String mailbox = newMailbox();
            String id = http.register(mailbox, PASSWORD).text("registrationId");
            Letter letter = customers.letter(id, 1);
            List<Answer> answers = AtOnce.run(List.of(
                    () -> http.confirm(id, letter.code()),
                    () -> http.post("/api/v1/confirmations", Map.of("token", letter.token())),
                    () -> http.confirm(id, letter.code()),
                    () -> http.post("/api/v1/confirmations", Map.of("token", letter.token()))));

            assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
            assertThat(answers.stream().filter(answer -> answer.status() != 201))
                    .allSatisfy(answer -> assertThat(answer.text("code")).isEqualTo("ALREADY_CONFIRMED"));
            UUID userId = answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .map(answer -> UUID.fromString(answer.text("userId")))
                    .findFirst()
                    .orElseThrow();
            assertThat(users(mailbox)).isEqualTo(1);
            outbox.awaitEmpty();
            events.awaitPublished(UserRegistered.class, event -> event.userId().equals(userId));
            assertThat(events.published(UserRegistered.class))
                    .filteredOn(event -> event.event().userId().equals(userId))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("S7: a new code takes the place of the old one, no sooner than after a minute")
    void resendsAfterAMinute() {
        String id = http.register(newPhone(), PASSWORD).text("registrationId");
        String old = customers.letter(id, 1).code();
        Answer tooSoon = resend(id);
        assertThat(tooSoon.status()).isEqualTo(429);
        assertThat(tooSoon.text("code")).isEqualTo("RESEND_TOO_SOON");
        assertThat(Integer.parseInt(tooSoon.header("Retry-After"))).isBetween(1, 61);

        clock.advance(Duration.ofSeconds(61));
        Answer resent = resend(id);
        assertThat(resent.status()).isEqualTo(202);
        assertThat(resent.json())
                .containsOnlyKeys("registrationId", "channel", "target", "expiresAt", "resendAvailableAt");
        Letter newest = customers.letter(id, 2);
        if (!newest.code().equals(old)) {
            assertThat(http.confirm(id, old).text("code")).isEqualTo("CODE_SUPERSEDED");
        }
        assertThat(http.confirm(id, newest.code()).status()).isEqualTo(201);
        assertThat(resend(id).text("code")).isEqualTo("ALREADY_CONFIRMED");
    }

    @Test
    void resendsOnceAtTheSameInstant() {
        String id = http.register(newPhone(), PASSWORD).text("registrationId");
        clock.advance(Duration.ofSeconds(61));
        List<Answer> answers = AtOnce.run(6, () -> resend(id));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(202).isSubsetOf(202, 429);
        assertThat(http.confirm(id, customers.letter(id, 2).code()).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("F-61: confirmed and registered again at the same instant: one user, no error")
    void survivesANewFormWhileTheOldOneIsConfirmed() {
        for (int round = 0; round < 5; round++) {
            String phone = newPhone();
            String id = http.register(phone, PASSWORD).text("registrationId");
            String code = customers.letter(id, 1).code();
            List<Answer> answers =
                    AtOnce.run(List.of(() -> http.confirm(id, code), () -> http.register(phone, PASSWORD)));

            assertThat(answers.get(1).status()).isEqualTo(202);
            if (answers.get(0).status() != 201) {
                assertThat(answers.get(0).text("code")).isEqualTo("CODE_SUPERSEDED");
                String newest = answers.get(1).text("registrationId");
                assertThat(http.confirm(newest, customers.letter(newest, 1).code())
                                .status())
                        .isEqualTo(201);
            }
            assertThat(users(phone)).isEqualTo(1);
        }
    }

    @Test
    void refusesACodeAfterTenMinutesAndALinkAfterADay() {
        String id = http.register(newMailbox(), PASSWORD).text("registrationId");
        Letter letter = customers.letter(id, 1);

        clock.advance(Duration.ofMinutes(11));
        assertThat(http.confirm(id, letter.code()).text("code")).isEqualTo("CODE_EXPIRED");
        assertThat(http.get("/confirm?token=" + letter.token()).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(24));
        Answer byLink = http.post("/api/v1/confirmations", Map.of("token", letter.token()));
        assertThat(byLink.text("code")).isEqualTo("LINK_EXPIRED");
        assertThat(http.get("/confirm?token=" + letter.token()).status()).isEqualTo(410);
        assertThat(resend(id).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("F-68: at most five messages an hour and ten a day to one target, over all registrations")
    void bombsNobody() {
        String phone = newPhone();
        assertThat(sent(phone, 7)).isEqualTo(5);
        Answer refused = http.register(phone, PASSWORD);
        assertThat(refused.text("code")).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isNotEmpty();

        clock.advance(Duration.ofMinutes(61));
        assertThat(sent(phone, 7)).isEqualTo(5);
        clock.advance(Duration.ofMinutes(61));
        assertThat(sent(phone, 3)).isZero();
        clock.advance(Duration.ofHours(24));
        assertThat(sent(phone, 1)).isEqualTo(1);
    }

    @Test
    @DisplayName("F-69: a known login has the same limits and the same resend timer as a new one")
    void limitsAKnownLoginLikeANewOne() {
        String phone = newPhone();
        customers.registered(phone);
        String fake = http.register(phone, PASSWORD).text("registrationId");
        assertThat(resend(fake).text("code")).isEqualTo("RESEND_TOO_SOON");
        clock.advance(Duration.ofSeconds(61));

        assertThat(resend(fake).status()).isEqualTo(202);
        assertThat(customers.message(fake, 2).purpose()).isEqualTo(Purpose.ALREADY_REGISTERED);
        assertThat(sent(phone, 4)).isEqualTo(2);
    }

    @Test
    void knowsNoForeignRegistration() {
        assertThat(http.confirm(UUID.randomUUID().toString(), "123456").text("code"))
                .isEqualTo("NOT_FOUND");
        assertThat(resend(UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(http.post("/api/v1/confirmations", Map.of("token", "A".repeat(54)))
                        .text("code"))
                .isEqualTo("LINK_EXPIRED");
    }

    @Test
    @DisplayName("F-64: the code of one registration confirms no other")
    void bindsCodesToTheirRegistration() {
        String mine = http.register(newPhone(), PASSWORD).text("registrationId");
        String theirs = http.register(newPhone(), PASSWORD).text("registrationId");
        String code = customers.letter(mine, 1).code();

        if (!code.equals(customers.letter(theirs, 1).code())) {
            assertThat(http.confirm(theirs, code).text("code")).isEqualTo("CODE_INVALID");
        }
    }

    private long sent(String phone, int times) {
        return IntStream.range(0, times)
                .filter(time -> http.register(phone, PASSWORD).status() == 202)
                .count();
    }

    private Answer resend(String id) {
        return http.post("/api/v1/registrations/" + id + "/resend", Map.of());
    }

    /** The same row under another id. */
    private int again(String table, String column, String value) {
        return jdbc.sql("insert into " + table + " select (jsonb_populate_record(r, jsonb_build_object('id', "
                        + "gen_random_uuid()))).* from " + table + " r where " + column + " = :value")
                .param("value", value)
                .update();
    }

    private int users(String login) {
        return jdbc.sql("select count(*) from contact where value = :login")
                .param("login", login)
                .query(Integer.class)
                .single();
    }
}
