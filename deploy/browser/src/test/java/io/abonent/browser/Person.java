package io.abonent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.abonent.local.journey.Customer;
import io.abonent.local.journey.Polling;
import io.abonent.local.journey.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Somebody in front of a browser of their own, who sees what is on the page and touches what has a name. Waits for what
 * happens, however long it takes on a busy machine; never for time. At the end nothing may have gone wrong in the console:
 * with the strict policy of the cabinet every inline script or style would be told there.
 */
final class Person implements AutoCloseable {

    static final RunningSystem SYSTEM = RunningSystem.instance();

    private static final Pattern SPECIAL = Pattern.compile("[.*+?^${}()|\\[\\]\\\\/]");
    private static final double PATIENCE_MS = 40_000;
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);

    private final BrowserContext context;
    private final Page page;
    private final boolean javaScript;
    private final List<String> complaints = new ArrayList<>();

    private Person(NewContextOptions options) {
        javaScript = options.javaScriptEnabled == null || options.javaScriptEnabled;
        context = Chromium.browser().newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // A refused form is an answer with its status, which Chromium reports as a failed resource.
            boolean answer = message.text().startsWith("Failed to load resource: the server responded with a status");
            if (message.type().equals("error") && !answer) {
                complaints.add(message.text() + " at " + page.url());
            }
        });
        page.onPageError(error -> complaints.add(error + " at " + page.url()));
    }

    static Person withPhone() {
        return new Person(phone());
    }

    static Person withoutJavaScript() {
        return new Person(phone().setJavaScriptEnabled(false));
    }

    static Person atADesk() {
        return new Person(new NewContextOptions().setViewportSize(1280, 900));
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(360, 740).setHasTouch(true);
    }

    Page page() {
        return page;
    }

    Person open(String path) {
        visit(path);
        return this;
    }

    /** @return the status of the answer */
    int visit(String path) {
        Response response = page.navigate(path.startsWith("http") ? path : SYSTEM.gateway() + path);
        return Objects.requireNonNull(response).status();
    }

    Person type(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Person choose(String label) {
        field(label).check();
        return this;
    }

    Person select(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    private Locator field(String label) {
        return page.getByLabel(Pattern.compile("^\\s*" + escaped(label), Pattern.CASE_INSENSITIVE))
                .first();
    }

    Person press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(false))
                .first()
                .click();
        return this;
    }

    Person follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(false))
                .first()
                .click();
        return this;
    }

    /** Waits until it is there. Numbers and their words are joined by spaces that do not break: any space fits. */
    Person sees(String text) {
        assertThat(page.getByText(flexible(text)).first()).isVisible(PATIENTLY);
        return this;
    }

    /** What a page comes to show by itself; without JavaScript people press reload, as the page tells them to. */
    Person comesToSee(String text) {
        if (javaScript) {
            return sees(text);
        }
        Polling.until(
                "'" + text + "' on " + page.url(),
                () -> {
                    page.reload();
                    return text();
                },
                shown -> shown(text, shown));
        return this;
    }

    Person isAt(String path) {
        Pattern address = Pattern.compile(Pattern.quote(SYSTEM.gateway()) + path + "([?#].*)?$");
        page.waitForURL(url -> address.matcher(url).matches());
        return this;
    }

    Person doesNotSee(String text) {
        assertThat(shown(text, text())).as("'%s' on %s", text, page.url()).isFalse();
        return this;
    }

    Person isRefused(String text) {
        assertThat(page.getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText(flexible(text)))
                        .first())
                .isVisible(PATIENTLY);
        return this;
    }

    boolean shows(String text) {
        return shown(text, text());
    }

    String text() {
        return page.locator("body").innerText();
    }

    Person signIn(Customer who) {
        open("/sign-in");
        type("Телефон или электронная почта", who.login);
        type("Пароль", who.password);
        press("Войти");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /** In the words that the browser's expressions and Java's share: no quoting, no flag of Java's own. */
    private static Pattern flexible(String text) {
        return Pattern.compile(escaped(text), Pattern.CASE_INSENSITIVE);
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0").replaceAll("[ \u00a0]+", "[\\\\s\\\\u00a0]+");
    }

    private static boolean shown(String text, String where) {
        return Pattern.compile(escaped(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(where)
                .find();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
