package io.abonent.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.Browser.Page;
import io.abonent.gateway.FakeService.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every page: who may see it, what the browser is told, and what a page without its service says. */
@GatewayTest
class PagesIT {

    /** For strangers; every other route needs a session. A new one is a decision. */
    private static final List<String> OPEN = List.of(
            "GET /",
            "GET /.well-known/jwks.json",
            "GET /confirm",
            "GET /register",
            "GET /register/code",
            "GET /reset",
            "GET /reset/code",
            "GET /sign-in",
            "POST /appearance",
            "POST /confirm",
            "POST /register",
            "POST /register/code",
            "POST /register/resend",
            "POST /reset",
            "POST /reset/code",
            "POST /reset/link",
            "POST /reset/resend",
            "POST /sign-in",
            "POST /sign-out");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final String ID = "0198c000-0000-7000-8000-000000000001";

    @LocalServerPort
    private int port;

    private final RequestMappingHandlerMapping mapping;

    @Autowired
    PagesIT(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Test
    void strangersSeeTheOpenPagesOnly() {
        Browser stranger = new Browser(port);
        TreeSet<String> open = new TreeSet<>();
        for (String route : routes()) {
            Page page = call(stranger, route);
            boolean toSignIn = page.status() == 303 && page.location().startsWith("/sign-in");
            if (!toSignIn || OPEN.contains(route)) {
                open.add(route);
            }
        }
        assertThat(open).containsExactlyElementsOf(new TreeSet<>(OPEN));
    }

    @Test
    void noRouteFailsForWhoIsSignedIn() {
        Browser browser = Browser.signedIn(port);
        for (String route : routes()) {
            if (!route.equals("POST /sign-out")) {
                Page page = call(browser, route);
                assertThat(page.status()).as("%s", route).isNotEqualTo(500);
                assertThat(page.location()).as("%s", route).doesNotStartWith("/sign-in");
            }
        }
    }

    @Test
    @DisplayName("CSRF: no form is taken without its token")
    void everyFormNeedsItsToken() {
        Browser browser = Browser.signedIn(port);
        for (String route : routes()) {
            if (route.startsWith("POST ")) {
                Page page = browser.post(path(route), Map.of("_csrf", "forged"));
                assertThat(page.status()).as("%s", route).isEqualTo(403);
            }
        }
    }

    @Test
    void aFormThatIsTooLongIsToldSoAndNotThatItIsForged() {
        Browser browser = Browser.signedIn(port);
        Page page = browser.post("/support", Map.of("text", "а".repeat(40_000)));
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("Слишком много текста", "Сократите написанное");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    }

    @Test
    void everyPageTellsTheBrowserWhatItMayNotDo() {
        Browser browser = Browser.signedIn(port);
        for (String path : List.of("/", "/sign-in", "/register", "/home", "/no-such-page", "/accounts/link")) {
            Page page = browser.get(path);
            assertThat(page.header("content-security-policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("x-frame-options")).as(path).isEqualTo("DENY");
            assertThat(page.header("x-content-type-options")).as(path).isEqualTo("nosniff");
            assertThat(page.header("referrer-policy")).as(path).isEqualTo("same-origin");
            assertThat(page.header("cross-origin-opener-policy")).as(path).isEqualTo("same-origin");
            assertThat(page.header("cache-control")).as(path).contains("no-store");
            assertThat(page.header("server")).as(path).isEmpty();
            assertThat(page.body()).as(path).doesNotContainPattern("<script(?![^>]*src=)|style=\"|onclick=");
        }
    }

    @Test
    void filesAreKeptByTheirContentsName() {
        Browser browser = new Browser(port);
        String page = browser.get("/sign-in").body();
        var style = Pattern.compile("/css/abonent-[0-9a-f]{32}\\.css").matcher(page);
        assertThat(style.find()).isTrue();

        Page file = browser.get(style.group(), "Accept-Encoding", "gzip");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("cache-control")).contains("max-age=31536000", "public");
        assertThat(file.header("content-encoding")).isEqualTo("gzip");
        assertThat(file.headers()).doesNotContainKey("set-cookie");
        assertThat(page).containsPattern("/webjars/htmx\\.org/\\d+\\.\\d+\\.\\d+/dist/htmx\\.min-[0-9a-f]{32}\\.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-such-page", "/accounts/not-an-id/extended", "/consent/x/y"})
    void whatIsNotThereIsAPageToo(String path) {
        Page page = Browser.signedIn(port).get(path);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Такой страницы нет", "href=\"/home\"");
    }

    @Test
    void theLanguageStaysWithTheBrowser() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/sign-in", "Accept-Language", "en-US").body()).contains("lang=\"ru\"", "Войти");
        assertThat(browser.post("/appearance", Map.of("language", "en", "back", "/register"))
                        .location())
                .isEqualTo("/register");
        assertThat(browser.get("/sign-in").body()).contains("lang=\"en\"", "Sign in");
        assertThat(browser.post("/appearance", Map.of("language", "xx", "back", "//evil.example"))
                        .location())
                .isEqualTo("/");
        assertThat(browser.get("/sign-in").body()).contains("lang=\"ru\"");
    }

    @Test
    void aServiceThatIsDownLeavesAPageThatSaysSo() {
        Browser browser = Browser.signedIn(port);
        FakeServices.CONSENT.down(true);

        Page page = browser.get("/consent");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("Временно недоступно", "Ничего не потеряно");
    }

    @Test
    void aMissingConsentLeadsToIt() {
        Browser browser = Browser.signedIn(port);
        FakeServices.ACCOUNT.on("GET /api/v1/account-links/" + ID, Answer.problem(403, "CONSENT_REQUIRED"));
        assertThat(browser.get("/accounts/" + ID + "/extended").location()).isEqualTo("/consent");
    }

    private Page call(Browser browser, String route) {
        return route.startsWith("POST ") ? browser.post(path(route), Map.of()) : browser.get(path(route));
    }

    private static String path(String route) {
        return VARIABLE.matcher(route.substring(route.indexOf(' ') + 1)).replaceAll(ID);
    }

    private List<String> routes() {
        TreeSet<String> routes = new TreeSet<>();
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    routes.add(method + " " + path);
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(15);
        return List.copyOf(routes);
    }
}
