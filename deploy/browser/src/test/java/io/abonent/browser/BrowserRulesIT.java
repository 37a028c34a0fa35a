package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.abonent.local.journey.Customer;
import io.abonent.local.journey.Polling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the browser is given and told, whoever is in front of it. */
class BrowserRulesIT {

    private static final long FIRST_PAGE_BYTES = 60 * 1024;

    /** Everything that comes over the wire, headers included, compressed as it is. */
    @Test
    void theFirstPageIsSmall() {
        try (Person person = Person.withPhone()) {
            CDPSession wire = person.page().context().newCDPSession(person.page());
            List<Long> sizes = new ArrayList<>();
            wire.on(
                    "Network.loadingFinished",
                    (JsonObject event) ->
                            sizes.add(Math.round(event.get("encodedDataLength").getAsDouble())));
            wire.send("Network.enable");
            person.open("/");
            person.page().waitForLoadState(LoadState.NETWORKIDLE);
            long transferred = sizes.stream().mapToLong(Long::longValue).sum();
            assertThat(sizes).hasSizeGreaterThan(2);
            assertThat(transferred).as("bytes of the first page, %s", sizes).isLessThanOrEqualTo(FIRST_PAGE_BYTES);
        }
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingMayBe() {
        try (Person person = Person.withPhone()) {
            List<String> asked = new ArrayList<>();
            person.page().onRequest(request -> asked.add(request.url()));
            Response response = Objects.requireNonNull(person.page().navigate(Person.SYSTEM.gateway() + "/"));
            assertThat(asked)
                    .isNotEmpty()
                    .allMatch(url -> url.startsWith(Person.SYSTEM.gateway()) || url.startsWith("data:"));
            assertThat(response.headerValue("content-security-policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe-inline")
                    .doesNotContain("unsafe-eval");
            assertThat(response.headerValue("x-frame-options")).isEqualTo("DENY");
            assertThat(response.headerValue("x-content-type-options")).isEqualTo("nosniff");
        }
    }

    /** The tokens stay in the gateway: no cookie, no storage, no page has one. */
    @Test
    void noTokenIsEverInTheBrowser() {
        Customer who = Customer.withSignedConsent("+79998880002");
        who.link(Customer.GAZ_TEST, "38000200");
        try (Person person = Person.withPhone()) {
            Page page = person.signIn(who).open("/home").page();
            BrowserContext context = page.context();
            assertThat(context.cookies()).isNotEmpty().allSatisfy(BrowserRulesIT::carriesNoToken);
            assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            assertThat(page.content()).doesNotContain("eyJ");
        }
    }

    private static void carriesNoToken(Cookie cookie) {
        assertThat(cookie.httpOnly).as(cookie.name).isTrue();
        assertThat(cookie.value).doesNotStartWith("eyJ");
        assertThat(cookie.value.length()).isLessThan(200);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAsAPage() {
        Customer who = Customer.withSignedConsent("+79998880003");
        who.link(Customer.GAZ_TEST, "38000300");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/support");
            person.page().evaluate("() => document.querySelectorAll('input[name=_csrf]').forEach(one => one.remove())");
            person.press("Отправить");
            person.sees("Страница устарела");
        }
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        Customer who = Customer.withSignedConsent("+79998880004");
        who.link(Customer.GAZ_TEST, "38000400");
        try (Person here = Person.withPhone();
                Person there = Person.atADesk()) {
            there.signIn(who).open("/home").sees("Газ Тест");
            here.signIn(who).open("/settings/sessions").press("Выйти на всех устройствах");
            here.sees("Сеанс завершён").isAt("/sign-in");
            Polling.until(
                    "the end of the other session",
                    () -> there.open("/home").page().url(),
                    url -> url.contains("/sign-in"));
        }
    }
}
