package io.abonent.identity.signin;

import static io.abonent.identity.Customers.PASSWORD;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.identity.AtOnce;
import io.abonent.identity.Customers;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import io.abonent.identity.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class SignInIT {

    private static final String CHALLENGE = "/oauth2/authorize-challenge";

    private final Customers customers;
    private final Http http;
    private final MovableClock clock;

    @Autowired
    SignInIT(Customers customers, MovableClock clock) {
        this.customers = customers;
        this.http = customers.http();
        this.clock = clock;
    }

    private String customer() {
        String phone = newPhone();
        customers.registered(phone);
        return phone;
    }

    @Test
    @DisplayName("F-69: a wrong password and an unknown login get the same answer")
    void tellsNothingAboutLogins() {
        Answer wrong = http.challenge(customer(), "Drugoy77");
        Answer unknown = http.challenge(newPhone(), "Drugoy77");
        Answer nonsense = http.challenge("nobody", "Drugoy77");

        for (Answer answer : List.of(wrong, unknown, nonsense)) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json())
                    .containsOnlyKeys("error", "error_description", "auth_session", "code")
                    .containsEntry("error", "access_denied")
                    .containsEntry("code", "BAD_CREDENTIALS");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("five wrong passwords lock a login for 15 minutes, then for 30, whether it exists or not")
    void locksAfterFiveFailures(boolean known) {
        String phone = known ? customer() : newPhone();
        fail(phone, 5);
        assertLockedFor(phone, 15);

        clock.advance(Duration.ofMinutes(16));
        fail(phone, 5);
        assertLockedFor(phone, 30);
    }

    private void fail(String phone, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(http.challenge(phone, "Drugoy77").text("code")).isEqualTo("BAD_CREDENTIALS");
        }
    }

    private void assertLockedFor(String phone, int minutes) {
        Answer locked = http.challenge(phone, PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.text("code")).isEqualTo("USER_LOCKED");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(minutes * 60 - 60, minutes * 60 + 1);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        String phone = customer();
        for (int round = 0; round < 3; round++) {
            fail(phone, 4);
            assertThat(http.challenge(phone, PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("F-62: another spelling of the login is no way around the lock")
    void locksEverySpelling() {
        String phone = customer();
        fail("8" + phone.substring(2), 3);
        fail(phone, 2);

        assertThat(http.challenge("\uFF18" + phone.substring(2), PASSWORD).text("code"))
                .isEqualTo("USER_LOCKED");
    }

    @Test
    void looksAtNoMoreThanFivePasswordsAtOnce() {
        String phone = customer();
        List<String> codes = AtOnce.run(30, () -> http.challenge(phone, "Drugoy77")).stream()
                .map(answer -> answer.text("code"))
                .toList();

        assertThat(codes).filteredOn("BAD_CREDENTIALS"::equals).hasSize(5);
        assertThat(codes).filteredOn("USER_LOCKED"::equals).hasSize(25);
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge, '', 400, invalid_request",
        "code_challenge, short, 400, invalid_request",
        "code_challenge_method, plain, 400, invalid_request",
        "code_challenge_method, '', 400, invalid_request",
        "client_id, stranger, 400, unauthorized_client",
        "client_id, '', 400, unauthorized_client",
        "scope, operator, 400, invalid_scope",
        "username, '', 403, insufficient_authorization",
        "password, '', 403, insufficient_authorization",
        "auth_session, forged, 400, invalid_session"
    })
    void refusesWrongChallenges(String name, String value, int status, String error) {
        Map<String, String> form = Http.challengeForm("+79012223344", PASSWORD);
        form.put(name, value);
        Answer answer = http.form(CHALLENGE, form);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("error")).isEqualTo(error);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void readsNoPasswordFromAnAddress() {
        Answer answer = http.form(CHALLENGE + "?password=" + PASSWORD, Http.challengeForm("+79012223344", ""));

        assertThat(answer.text("error")).isEqualTo("invalid_request");
    }

    @Test
    @DisplayName("auth_session carries the first step to the second")
    void goesOnWithAnAuthSession() {
        String phone = customer();
        Map<String, String> first = Http.challengeForm(phone, "");
        first.remove("username");
        first.remove("password");
        String session = http.form(CHALLENGE, first).text("auth_session");
        Answer second = http.form(
                CHALLENGE,
                Map.of("client_id", "local-demo", "auth_session", session, "username", phone, "password", PASSWORD));

        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(http.exchange(second.text("authorization_code")).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        assertThat(http.form(
                                CHALLENGE,
                                Map.of(
                                        "client_id", "local-demo",
                                        "auth_session", session,
                                        "username", phone,
                                        "password", PASSWORD))
                        .text("error"))
                .isEqualTo("invalid_session");
    }
}
