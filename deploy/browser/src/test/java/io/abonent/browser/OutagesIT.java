package io.abonent.browser;

import io.abonent.local.journey.Api;
import io.abonent.local.journey.Customer;
import io.abonent.local.journey.Polling;
import io.abonent.local.journey.RunningSystem;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A partner or a service is down: the page says what still works, nothing is lost, and it goes on by itself afterwards. */
class OutagesIT {

    private static final RunningSystem SYSTEM = RunningSystem.instance();

    @AfterEach
    void heal() {
        Api.anonymous().delete(SYSTEM.simulators() + "/faults");
    }

    @Test
    void aSupplierThatDoesNotAnswerIsAskedAgain() {
        Customer who = Customer.withSignedConsent("+79996660001");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/accounts/link").follow("Газ Тест");
            fault("back-office", "OUTAGE");
            person.type("Номер лицевого счёта", "36000100").press("Найти счёт");
            person.sees("Поставщик пока не отвечает").press("Подключить, когда ответит");
            person.sees("Ждём поставщика");
            heal();
            person.open("/home");
            Polling.until(
                    "the account",
                    () -> {
                        person.open("/home");
                        return person.text();
                    },
                    shown -> shown.contains("Передать показания"));
        }
    }

    @Test
    void aPaymentProviderThatIsDownCostsNothing() {
        Customer who = Customer.withSignedConsent("+79996660002");
        String linkId = who.link(Customer.GAZ_TEST, "36000200").text("linkId");
        try (Person person = Person.withPhone()) {
            person.signIn(who)
                    .open("/accounts/" + linkId + "/pay")
                    .choose("Весь долг")
                    .press("Дальше");
            person.sees("Проверьте и оплатите");
            fault("payment-provider", "OUTAGE");
            person.choose("Банковская карта").press("Оплатить 2,00 ₽");
            person.page().waitForURL(url -> !url.contains("/checkout"));
            heal();
            person.comesToSee("Перейти к оплате").follow("Перейти к оплате");
            person.sees("Тестовая оплата").press("Оплатить");
            person.comesToSee("Деньги зачислены");
        }
    }

    @Test
    void aServiceThatHangsLeavesTheRestOfTheCabinet() throws Exception {
        Customer who = Customer.withSignedConsent("+79996660003");
        who.link(Customer.GAZ_TEST, "36000300");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/home").comesToSee("3,00 ₽");
            long billing = SYSTEM.process("billing").pid();
            signal("STOP", billing);
            try {
                person.open("/home").sees("Газ Тест").sees("сумма сейчас недоступна");
                person.open("/settings").sees("Газ Тест");
                person.open("/support").sees("Новый вопрос");
            } finally {
                signal("CONT", billing);
            }
            Polling.until(
                    "what is due",
                    () -> {
                        person.open("/home");
                        return person.text();
                    },
                    shown -> shown.replace('\u00a0', ' ').contains("3,00 ₽"));
        }
    }

    private static void fault(String partner, String mode) {
        Api.anonymous().put(SYSTEM.simulators() + "/faults/" + partner, Map.of("mode", mode));
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IllegalStateException("kill -" + name + " " + pid + " failed");
        }
    }
}
