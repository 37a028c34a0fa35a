package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.local.journey.Customer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Russian until somebody chooses English; then nothing Russian is left but names, and the choice stays. */
class LanguagesIT {

    private static final Pattern CYRILLIC = Pattern.compile("[а-яё]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Test
    void englishIsWholeOnEveryPage() {
        Customer who = Customer.withSignedConsent("+79998880005");
        String linkId = who.link(Customer.GAZ_TEST, "38000500").text("linkId");
        try (Person person = Person.atADesk()) {
            person.open("/").sees("Личный кабинет").press("switch to English");
            person.sees("Your customer account");
            isEnglish(person, "/");
            isEnglish(person, "/register");
            isEnglish(person, "/sign-in");
            person.type("Phone number or e-mail", who.login)
                    .type("Password", who.password)
                    .press("Sign in");
            person.isAt("/home");
            for (String path : List.of(
                    "/home",
                    "/accounts/" + linkId,
                    "/accounts/" + linkId + "/pay",
                    "/accounts/" + linkId + "/readings",
                    "/accounts/" + linkId + "/extended",
                    "/accounts/link",
                    "/payments",
                    "/settings",
                    "/settings/accounts/" + linkId,
                    "/settings/accounts/" + linkId + "/unlink",
                    "/settings/profile",
                    "/settings/profile/password",
                    "/settings/sessions",
                    "/settings/consents",
                    "/settings/notifications",
                    "/support")) {
                isEnglish(person, path);
            }
            person.open("/home").press("перейти на русский");
            person.sees("Ваши лицевые счета");
        }
    }

    @Test
    void theLookIsAChoiceThatStays() {
        try (Person person = Person.atADesk()) {
            person.open("/").press("Тёмное");
            person.open("/register");
            assertThat(person.page().locator("html").getAttribute("data-theme")).isEqualTo("dark");
            person.press("Как в системе");
            person.isAt("/register");
            assertThat(person.page().locator("html").getAttribute("data-theme")).isNull();
        }
    }

    /** Names of suppliers, addresses and the other language's own name may be Russian: they are marked or known. */
    private static void isEnglish(Person person, String path) {
        assertThat(person.visit(path)).as(path).isEqualTo(200);
        Object text = person.page().evaluate("""
                        () => {
                          const copy = document.body.cloneNode(true);
                          copy.querySelectorAll('[lang=ru], [data-name], script').forEach(one => one.remove());
                          return copy.innerText + ' ' + document.title;
                        }
                        """);
        assertThat(text.toString().lines().filter(line -> CYRILLIC.matcher(line).find()))
                .as("Russian on %s", path)
                .allMatch(line -> line.contains("Газ Тест")
                        || line.contains("Тепло Тест")
                        || line.contains("ул ")
                        || line.contains("г ")
                        || line.contains("область")
                        || line.contains("Гранд"));
    }
}
