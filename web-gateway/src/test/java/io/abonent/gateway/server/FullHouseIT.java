package io.abonent.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.Browser;
import io.abonent.gateway.Browser.Page;
import io.abonent.gateway.FakeService.Answer;
import io.abonent.gateway.FakeServices;
import io.abonent.gateway.GatewayTest;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** One page at a time, and somebody waits for it who waits for a service. */
@GatewayTest
@TestPropertySource(properties = "abonent.server.pages-at-once=1")
class FullHouseIT {

    private static final Pattern STYLE = Pattern.compile("href=\"(/css/[^\"]+)\"");

    private final int port;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    FullHouseIT(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeEach
    void somebodyIsInside() throws InterruptedException {
        FakeServices.ACCOUNT.on("GET /api/v1/onboarding", any -> {
            asked.countDown();
            awaitAnswer();
            return Answer.json(200, "{\"nextStep\":\"DONE\"}");
        });
        Browser inside = Browser.signedIn(port);
        people.execute(() -> inside.get("/home"));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void letGo() {
        answer.countDown();
        people.close();
    }

    @Test
    @DisplayName("F-87: one more sees a page that says so, and comes again by itself")
    void refusesOneMore() {
        Page page = new Browser(port).get("/");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("Сейчас слишком много посетителей", "lang=\"ru\"");
        assertThat(page.header("retry-after")).isEqualTo("5");
        assertThat(page.header("refresh")).isEqualTo("5");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        assertThat(page.header("cache-control")).contains("no-store");
    }

    @Test
    void aFormIsNotSentAgainByItself() {
        Page page = new Browser(port).post("/sign-in", Map.of("login", "x", "password", "y"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.headers()).doesNotContainKey("refresh");
    }

    @Test
    void isInTheChosenLanguageAndTheme() {
        Browser browser = new Browser(port);
        browser.cookies.put("__Host-language", "en");
        browser.cookies.put("__Host-theme", "dark");

        assertThat(browser.get("/").body())
                .contains("Too many visitors right now", "lang=\"en\"", "data-theme=\"dark\"");
    }

    @Test
    @DisplayName("F-87: what a page needs to be one, and the keys, are not refused")
    void filesAreThereForThePage() {
        Browser browser = new Browser(port);
        Matcher style = STYLE.matcher(browser.get("/").body());

        assertThat(style.find()).isTrue();
        assertThat(browser.get(style.group(1)).status()).isEqualTo(200);
        assertThat(browser.get("/.well-known/jwks.json").status()).isEqualTo(200);
    }

    @Test
    void thePlaceIsFreeAgain() throws Exception {
        answer.countDown();
        people.close();

        assertThat(new Browser(port).get("/").status()).isEqualTo(200);
    }

    private void awaitAnswer() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
