package io.abonent.identity.token;

import static io.abonent.identity.Customers.PASSWORD;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.identity.AtOnce;
import io.abonent.identity.Customers;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import io.abonent.identity.MovableClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class TokenIT {

    private static final String[] PHONE_APP = {"User-Agent", "AbonentApp/1.0 (Android)"};
    private static final String[] THIEF = {"User-Agent", "curl/8"};

    private final Customers customers;
    private final Http http;
    private final MovableClock clock;
    private String login = "";

    @Autowired
    TokenIT(Customers customers, MovableClock clock) {
        this.customers = customers;
        this.http = customers.http();
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        login = newPhone();
        customers.registered(login);
    }

    private String code() {
        return http.challenge(login, PASSWORD).text("authorization_code");
    }

    private Answer exchange(String code, String verifier) {
        return http.form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "local-demo",
                        "code",
                        code,
                        "code_verifier",
                        verifier),
                PHONE_APP);
    }

    private String refreshToken() {
        return exchange(code(), Http.VERIFIER).text("refresh_token");
    }

    @Test
    @DisplayName("O2: a code is worth nothing without its PKCE verifier")
    void wantsTheVerifier() {
        String code = code();

        assertThat(exchange(code, "another-verifier-of-at-least-forty-three-characters-01")
                        .text("error"))
                .isEqualTo("invalid_grant");
        assertThat(http.form(
                                "/oauth2/token",
                                Map.of("grant_type", "authorization_code", "client_id", "local-demo", "code", code))
                        .text("error"))
                .isEqualTo("invalid_grant");
        assertThat(exchange(code, Http.VERIFIER).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("O10: a code that comes a second time ends the session of the first")
    void revokesOnASecondUseOfACode() {
        String code = code();
        Answer tokens = exchange(code, Http.VERIFIER);

        assertThat(exchange(code, Http.VERIFIER).text("error")).isEqualTo("invalid_grant");
        assertThat(http.refresh(tokens.text("refresh_token"), PHONE_APP).text("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void exchangesACodeOnceAtTheSameInstant() {
        String code = code();
        List<Answer> answers = AtOnce.run(8, () -> exchange(code, Http.VERIFIER));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200);
    }

    @Test
    void refusesACodeAfterAMinute() {
        String code = code();
        clock.advance(Duration.ofSeconds(61));

        assertThat(exchange(code, Http.VERIFIER).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("F-75: a replaced refresh token that comes back ends the whole family")
    void revokesTheFamilyOnReuse() {
        String first = refreshToken();
        String second = http.refresh(first, PHONE_APP).text("refresh_token");
        String third = http.refresh(second, PHONE_APP).text("refresh_token");

        assertThat(http.refresh(first, PHONE_APP).text("error")).isEqualTo("invalid_grant");
        assertThat(http.refresh(third, PHONE_APP).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("F-75: the same device may repeat a refresh whose answer it lost, for ten seconds")
    void answersALostRefreshAgain() {
        String first = refreshToken();
        String second = http.refresh(first, PHONE_APP).text("refresh_token");
        Answer again = http.refresh(first, PHONE_APP);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("refresh_token")).isEqualTo(second);
        assertThat(http.refresh(second, PHONE_APP).status()).isEqualTo(200);
    }

    @Test
    void letsNobodyElseRepeatARefresh() {
        String first = refreshToken();
        String second = http.refresh(first, PHONE_APP).text("refresh_token");

        assertThat(http.refresh(first, THIEF).text("error")).isEqualTo("invalid_grant");
        assertThat(http.refresh(second, PHONE_APP).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void letsNobodyRepeatARefreshLater() {
        String first = refreshToken();
        String second = http.refresh(first, PHONE_APP).text("refresh_token");
        clock.advance(Duration.ofSeconds(11));

        assertThat(http.refresh(first, PHONE_APP).text("error")).isEqualTo("invalid_grant");
        assertThat(http.refresh(second, PHONE_APP).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("F-75: refreshes of one flaky phone at the same instant all get the same successor")
    void survivesParallelRefreshes() {
        String first = refreshToken();
        List<Answer> answers = AtOnce.run(10, () -> http.refresh(first, PHONE_APP));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.text("refresh_token")).collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    @DisplayName("N11: a session not used for thirty days, or older than ninety, is over")
    void endsSessionsInTime() {
        String idle = refreshToken();
        clock.advance(Duration.ofDays(31));
        assertThat(http.refresh(idle, PHONE_APP).text("error")).isEqualTo("invalid_grant");

        String busy = refreshToken();
        for (int month = 0; month < 4; month++) {
            clock.advance(Duration.ofDays(22));
            busy = http.refresh(busy, PHONE_APP).text("refresh_token");
        }
        clock.advance(Duration.ofDays(3));
        assertThat(http.refresh(busy, PHONE_APP).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void narrowsScopesAndNeverWidensThem() {
        String token = refreshToken();
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("grant_type", "refresh_token", "client_id", "local-demo", "refresh_token", token));
        form.put("scope", "openid");
        Answer narrowed = http.form("/oauth2/token", form, PHONE_APP);
        assertThat(narrowed.text("scope")).isEqualTo("openid");
        form.put("refresh_token", narrowed.text("refresh_token"));
        form.put("scope", "cabinet operator");

        assertThat(http.form("/oauth2/token", form, PHONE_APP).text("error")).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "client_credentials", "implicit", "urn:ietf:params:oauth:grant-type:device_code"})
    @DisplayName("O3, O6: no password grant, no implicit grant, nothing we do not use")
    void knowsTwoGrantsOnly(String grant) {
        Answer answer = http.form(
                "/oauth2/token",
                Map.of("grant_type", grant, "client_id", "local-demo", "username", login, "password", PASSWORD));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("unsupported_grant_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void refusesRubbishAsRefreshToken(String token) {
        assertThat(http.refresh(token).status()).isEqualTo(400);
    }

    @Test
    void letsNoStrangerAsk() {
        assertThat(http.form(
                                "/oauth2/token",
                                Map.of("grant_type", "refresh_token", "client_id", "stranger", "refresh_token", "x"))
                        .text("error"))
                .isEqualTo("invalid_client");
        assertThat(http.form("/oauth2/introspect", Map.of("client_id", "local-demo", "token", "x"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void revokesOnRequestOfTheClient() {
        Answer tokens = exchange(code(), Http.VERIFIER);
        Answer revoked =
                http.form("/oauth2/revoke", Map.of("client_id", "local-demo", "token", tokens.text("refresh_token")));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(http.refresh(tokens.text("refresh_token"), PHONE_APP).text("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("F-76: an ended session is refused at once where the list is known")
    void listsAndEndsSessions() {
        Answer here = exchange(code(), Http.VERIFIER);
        Answer there = exchange(code(), Http.VERIFIER);
        String bearer = "Bearer " + here.text("access_token");
        Answer list = http.get("/api/v1/sessions", "Authorization", bearer);
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat((List<?>) list.json().get("items")).hasSize(2);

        assertThat(http.post("/api/v1/sessions/sign-out-everywhere", Map.of(), "Authorization", bearer)
                        .status())
                .isEqualTo(204);
        assertThat(http.refresh(there.text("refresh_token"), PHONE_APP).text("error"))
                .isEqualTo("invalid_grant");
        await().atMost(Duration.ofSeconds(15))
                .until(() ->
                        http.get("/api/v1/sessions", "Authorization", bearer).status() == 401);
    }

    @Test
    @DisplayName("F-72: another user's session is not there")
    void hidesForeignSessions() {
        Answer mine = exchange(code(), Http.VERIFIER);
        String list = http.get("/api/v1/sessions", "Authorization", "Bearer " + mine.text("access_token"))
                .body();
        String id = list.substring(list.indexOf("sessionId\":\"") + 12).substring(0, 36);
        String other = newPhone();
        customers.registered(other);
        String stranger = "Bearer " + customers.signedIn(other).text("access_token");

        assertThat(http.delete("/api/v1/sessions/" + id, "Authorization", stranger)
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/api/v1/sessions").status()).isEqualTo(401);
        assertThat(http.delete("/api/v1/sessions/" + id, "Authorization", "Bearer " + mine.text("access_token"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("F-74: an ID token is no access token")
    void takesNoIdTokenForAnAccessToken() {
        Answer tokens = exchange(code(), Http.VERIFIER);

        assertThat(http.get("/api/v1/sessions", "Authorization", "Bearer " + tokens.text("id_token"))
                        .status())
                .isEqualTo(401);
        assertThat(http.get("/userinfo", "Authorization", "Bearer " + tokens.text("access_token"))
                        .json())
                .containsKey("sub");
    }

    @Test
    @DisplayName("O8: the metadata names what there is and nothing more")
    void describesItself() {
        Answer metadata = http.get("/.well-known/oauth-authorization-server");

        assertThat(metadata.json())
                .containsEntry("issuer", "http://localhost:8081")
                .containsEntry("authorization_challenge_endpoint", "http://localhost:8081/oauth2/authorize-challenge")
                .containsEntry("grant_types_supported", List.of("authorization_code", "refresh_token"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"));
        assertThat(http.get("/.well-known/openid-configuration").status()).isEqualTo(200);
    }
}
