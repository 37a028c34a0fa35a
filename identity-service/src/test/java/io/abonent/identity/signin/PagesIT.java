package io.abonent.identity.signin;

import static io.abonent.identity.Customers.PASSWORD;
import static io.abonent.identity.Customers.newMailbox;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.identity.Customers;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import io.abonent.identity.Letter;
import io.abonent.platform.testkit.OpenApiSnapshot;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages this service hosts, as a browser without scripts sees them. */
@IdentityTest
class PagesIT {

    private static final String REDIRECT = "http://localhost:8080/signed-in";

    private final Customers customers;
    private final Http http;

    @Autowired
    PagesIT(Customers customers) {
        this.customers = customers;
        this.http = customers.http();
    }

    private static String authorize(Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "local-demo",
                "redirect_uri", "http%3A%2F%2Flocalhost%3A8080%2Fsigned-in",
                "scope", "openid%20cabinet%20offline_access",
                "state", "s%2B1",
                "nonce", "n-1",
                "code_challenge", Http.challengeOf(Http.VERIFIER),
                "code_challenge_method", "S256"));
        query.putAll(changes);
        StringBuilder address = new StringBuilder("/oauth2/authorize?");
        query.forEach(
                (name, value) -> address.append(name).append('=').append(value).append('&'));
        return address.substring(0, address.length() - 1);
    }

    @Test
    @DisplayName("code flow: authorization request, sign-in page, code with iss, tokens")
    void signsInByTheHostedPage() {
        String phone = newPhone();
        customers.registered(phone);
        Answer toSignIn = http.get(authorize(Map.of()), "Accept", "text/html");
        assertThat(toSignIn.status()).isEqualTo(302);
        Answer page = http.get(toSignIn.header("Location"), "Accept-Language", "en");
        assertThat(page.body())
                .contains("Phone or e-mail")
                .contains("lang=\"en\"")
                .doesNotContain("<script");

        Answer refused = http.form("/sign-in", form(page, phone, "Drugoy77"), "Cookie", csrfCookie(page));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Неверный логин или пароль").doesNotContain("Drugoy77");

        Answer signedIn = http.form("/sign-in", form(page, phone, PASSWORD), "Cookie", csrfCookie(page));
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(302);
        String cookie = signedIn.response().headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("abonent_signed_in"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/oauth2/authorize");
        Answer back = http.get(signedIn.header("Location"), "Cookie", cookie.split(";", -1)[0]);
        assertThat(back.header("Location"))
                .startsWith(REDIRECT + "?code=")
                .contains("state=s%2B1")
                .contains("iss=");

        Answer tokens = http.form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "local-demo",
                        "code",
                        parameter(back.header("Location"), "code"),
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        Http.VERIFIER));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.json()).containsKeys("access_token", "refresh_token", "id_token");

        Answer otherRequest = http.get(
                authorize(Map.of("state", "another")), "Cookie", cookie.split(";", -1)[0], "Accept", "text/html");
        assertThat(otherRequest.header("Location")).startsWith("/sign-in");
    }

    private static Map<String, String> form(Answer page, String username, String password) {
        return Map.of(
                "continue",
                hidden(page, "continue"),
                "_csrf",
                hidden(page, "_csrf"),
                "username",
                username,
                "password",
                password);
    }

    private static String hidden(Answer page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as(name + " in " + page.body()).isTrue();
        return field.group(1).replace("&amp;", "&");
    }

    private static String csrfCookie(Answer page) {
        return page.header("Set-Cookie").split(";", -1)[0];
    }

    private static String parameter(String address, String name) {
        for (String pair : URI.create(address).getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError(name + " is not in " + address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http%3A%2F%2Fevil.example%2F", "http%3A%2F%2Flocalhost%3A8080%2Fsigned-in%2F..", "%2Fsigned-in"
            })
    @DisplayName("O1, O11: another redirect address than the registered one is refused, not followed")
    void redirectsToNobodyElse(String redirectUri) {
        Answer answer = http.get(authorize(Map.of("redirect_uri", redirectUri)), "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    @DisplayName("O2: without PKCE, or with plain, there is no code")
    void wantsPkceFromTheBrowserToo() {
        Answer plain = http.get(authorize(Map.of("code_challenge_method", "plain")), "Accept", "text/html");

        assertThat(plain.header("Location")).contains("error=invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/api/v1/sessions",
                "/oauth2/authorize",
                "javascript:alert(1)"
            })
    @DisplayName("F-83: the sign-in page goes back to authorization requests of this server only")
    void goesNowhereElse(String back) {
        Answer page = http.get("/sign-in?continue=" + URLEncoder.encode(back, StandardCharsets.UTF_8));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("evil").doesNotContain("<form");
    }

    @Test
    void wantsItsOwnFormForSigningIn() {
        Answer forged = http.form(
                "/sign-in", Map.of("continue", authorize(Map.of()), "username", "+79012223344", "password", PASSWORD));

        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    @DisplayName("F-85: the confirmation page confirms by its button, and answers kindly ever after")
    void confirmsByTheButton() {
        String id = http.register(newMailbox(), PASSWORD).text("registrationId");
        Letter letter = customers.letter(id, 1);
        Answer page = http.get("/confirm?token=" + letter.token());
        assertThat(page.body()).contains("Подтвердить").doesNotContain("<script");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");

        Answer done = http.form("/confirm", Map.of("token", letter.token()));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("Готово");
        assertThat(http.form("/confirm", Map.of("token", letter.token())).body())
                .contains("Уже подтверждено");
        assertThat(http.get("/confirm?token=" + letter.token(), "Accept-Language", "en")
                        .body())
                .contains("Confirmed already")
                .doesNotContain("<form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%3Cscript%3E", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void answersKindlyToBadLinks(String token) {
        Answer page = http.get("/confirm?token=" + token);

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains("Ссылка больше не действует").doesNotContain("<script");
    }

    @Test
    void servesItsStyle() {
        assertThat(http.get("/pages/style.css").status()).isEqualTo(200);
    }

    @Test
    void theDocumentIsTheService(@Autowired OpenApiSnapshot openApi) {
        openApi.matches("docs/openapi/identity-service.json");
    }
}
