package io.abonent.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.Browser;
import io.abonent.gateway.Browser.Page;
import io.abonent.gateway.FakeService.Answer;
import io.abonent.gateway.FakeServices;
import io.abonent.gateway.GatewayTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayTest
class SignInIT {

    @LocalServerPort
    private int port;

    private final JdbcClient jdbc;

    @Autowired
    SignInIT(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void aPasswordOpensTheCabinet() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/home").location()).isEqualTo("/sign-in");

        Page answer = browser.signIn("");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/home");
        assertThat(browser.get("/home").status()).isEqualTo(200);
        assertThat(browser.get("/").location()).isEqualTo("/home");
        assertThat(browser.get("/sign-in").location()).isEqualTo("/home");
    }

    @Test
    void theServicesSeeTheTokenAndThePersonsBrowser() {
        Browser browser = Browser.signedIn(port);
        browser.get("/home", "User-Agent", "Opera/9.80 (J2ME)");

        assertThat(FakeServices.ACCOUNT.asked("GET /api/v1/onboarding"))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.header("authorization")).startsWith("Bearer ey");
                    assertThat(asked.header("user-agent")).isEqualTo("Opera/9.80 (J2ME)");
                    assertThat(asked.header("x-forwarded-for")).isEqualTo("127.0.0.1");
                    assertThat(asked.header("accept-language")).isEqualTo("ru");
                });
    }

    @Test
    void noTokenReachesTheBrowserOrTheDatabaseInClear() {
        Browser browser = new Browser(port);
        Page answer = browser.signIn("");
        Page home = browser.get("/home");

        String seen = answer.headers() + answer.body() + home.headers() + home.body() + browser.cookies;
        assertThat(seen).doesNotContain("eyJ", "refresh-");
        List<String> stored = jdbc.sql("select encode(tokens, 'escape') from token_grant")
                .query(String.class)
                .list();
        List<String> attributes = jdbc.sql("select encode(attribute_bytes, 'escape') from spring_session_attributes")
                .query(String.class)
                .list();
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains("eyJ") || row.contains("refresh-"));
        assertThat(attributes).isNotEmpty().noneMatch(row -> row.contains("eyJ") || row.contains("refresh-"));
    }

    @Test
    void theSessionsNameChangesAtSignIn() {
        Browser browser = new Browser(port);
        FakeServices.IDENTITY.on("POST /api/v1/registrations", Answer.json(202, """
                        {"registrationId":"0198c000-0000-7000-8000-000000000001","channel":"SMS","target":"+7*****1111",
                         "expiresAt":"2036-01-01T00:00:00Z","resendAvailableAt":"2036-01-01T00:00:00Z"}"""));
        browser.get("/register");
        browser.post("/register", Map.of("login", "+79991111111", "password", "sneg8na4"));
        String planted = browser.cookies.get(Browser.SESSION);
        assertThat(planted).isNotNull();

        browser.signIn("");

        assertThat(browser.cookies.get(Browser.SESSION)).isNotEqualTo(planted);
        Browser attacker = new Browser(port);
        attacker.cookies.put(Browser.SESSION, planted);
        assertThat(attacker.get("/home").location()).isEqualTo("/sign-in");
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        Browser browser = new Browser(port);
        List<String> cookies = browser.get("/sign-in").headers().get("set-cookie");
        assertThat(cookies)
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("__Host-csrf=")
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(browser.signIn("").headers().get("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-session=") && !cookie.contains("Max-Age=0"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @ParameterizedTest
    @CsvSource({"/payments,/payments", "/accounts/1/pay?choice=own,/accounts/1/pay?choice=own"})
    void whoWasSentToSignInComesBack(String page, String back) {
        Browser browser = new Browser(port);
        String signIn = browser.get(page).location();
        assertThat(signIn).startsWith("/sign-in?next=");

        String next = browser.get(signIn).hidden("/sign-in", "next").replace("&amp;", "&");

        assertThat(browser.signIn(next).location()).isEqualTo(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example", "/\\evil.example", "https://evil.example", "/\tevil.example", "javascript:alert(1)",
                "\\\\evil.example", "/%0d%0aSet-Cookie:x=y\r\n", " //evil.example", "///evil.example", "/sign-out",
                "evil.example", "/sign-in"
            })
    void nobodyIsSentElsewhere(String next) {
        assertThat(new Browser(port).signIn(next).location()).isEqualTo("/home");
    }

    @ParameterizedTest
    @CsvSource({
        "403,BAD_CREDENTIALS,Логин или пароль не подошёл",
        "429,USER_LOCKED,Попробуйте снова через 15",
        "403,USER_BLOCKED,Вход закрыт оператором",
        "429,RATE_LIMITED,Слишком много попыток",
        "503,TEMPORARILY_UNAVAILABLE,Попробуйте через минуту"
    })
    void everyRefusalSaysWhatToDo(int status, String code, String text) {
        FakeServices.IDENTITY.on(
                "POST /oauth2/authorize-challenge",
                Answer.json(status, "{\"error\":\"access_denied\",\"code\":\"" + code + "\"}")
                        .with("Retry-After", "900"));

        Page answer = new Browser(port).signIn("/payments");

        assertThat(answer.body()).contains(text).contains("+79991111111");
        assertThat(answer.hidden("/sign-in", "next")).isEqualTo("/payments");
        assertThat(answer.body()).doesNotContain(FakeServices.PASSWORD);
    }

    @Test
    void anIdentityThatIsDownIsNotAWrongPassword() {
        Browser browser = new Browser(port);
        browser.get("/sign-in");
        FakeServices.IDENTITY.down(true);

        Page answer = browser.signIn("");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("Вход сейчас не работает");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Browser browser = Browser.signedIn(port);
        for (String token : List.of("", "forged")) {
            Page answer = browser.post("/sign-out", Map.of("_csrf", token));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("Страница устарела");
        }
        assertThat(browser.get("/home").status()).isEqualTo(200);
    }
}
