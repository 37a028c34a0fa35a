package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.abonent.local.journey.Customer;
import io.abonent.local.journey.Polling;
import org.junit.jupiter.api.Test;

/** From the sign-in to a payment with Tab, the arrows, Space and Enter, and nothing else. */
class KeyboardIT {

    private static final int MOST_STOPS = 60;

    @Test
    void paysWithoutAMouse() {
        Customer who = Customer.withSignedConsent("+79998880001");
        String account = who.link(Customer.GAZ_TEST, "38000700").text("supplyAccountId");
        Polling.until("a balance", () -> who.balance(account).status(), status -> status == 200);
        try (Person person = Person.atADesk()) {
            Page page = person.page();
            person.open("/sign-in");
            goTo(page, "Телефон или электронная почта");
            page.keyboard().type(who.login);
            goTo(page, "Пароль");
            page.keyboard().type(who.password);
            page.keyboard().press("Enter");
            person.isAt("/home").sees("7,00 ₽");
            goTo(page, "К содержанию");
            page.keyboard().press("Enter");
            goTo(page, "Оплатить");
            page.keyboard().press("Enter");
            person.sees("Сколько заплатить?");
            goTo(page, "Весь долг");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            person.sees("Проверьте и оплатите");
            goTo(page, "СБП");
            page.keyboard().press("ArrowDown");
            goTo(page, "Оплатить");
            page.keyboard().press("Enter");
            person.sees("Тестовая оплата");
        }
    }

    /** Tabs until what has the focus begins with that name; the focus must be visible on the way. */
    private static void goTo(Page page, String name) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate("""
                    () => {
                      const one = document.activeElement;
                      const label = one.labels && one.labels.length ? one.labels[0].innerText : '';
                      return (label || one.getAttribute('aria-label') || one.innerText || one.value || '').trim();
                    }
                    """);
            if (focused.toString().startsWith(name)) {
                assertThat(page.evaluate(
                                "() => document.activeElement.matches(':focus-visible') && (getComputedStyle(document.activeElement)"
                                        + ".outlineStyle !== 'none' || document.activeElement.closest('.choice, .check') !== null"
                                        + " || document.activeElement === document.querySelector('.skip'))"))
                        .as("focus is visible on '%s'", name)
                        .isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("Tab does not reach '" + name + "' on " + page.url());
    }
}
