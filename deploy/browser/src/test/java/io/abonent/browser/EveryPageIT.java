package io.abonent.browser;

import io.abonent.local.journey.Api.Answer;
import io.abonent.local.journey.Customer;
import io.abonent.local.journey.Polling;
import org.junit.jupiter.api.Test;

/** Every page, looked at: see {@link Look}. Named by what people see, in the order in which they meet it. */
class EveryPageIT {

    @Test
    void beforeTheCabinet() {
        Customer who = new Customer("8 999 777-00-01", "+79997770001", "sneg8na4");
        try (Person person = Person.withPhone()) {
            Instruction instruction = new Instruction(person, who);
            person.open("/");
            Look.at(person, "01-landing");
            person.open("/sign-in").press("Войти");
            Look.at(person, "02-sign-in-refused");
            person.open("/register").type("Номер мобильного", "8 999 777-00-01").type("Придумайте пароль", "sнег8na4");
            person.press("Получить код").sees("раскладке");
            Look.at(person, "03-register-refused");
            instruction.registers();
            Look.at(person, "04-code");
            person.type("Код из шести цифр", "000001").press("Подтвердить").isRefused("Неверный код");
            Look.at(person, "05-code-refused");
            instruction.confirmsWithTheCode();
            Look.at(person, "06-sign-in");
            instruction.entersTheCabinet();
            Look.at(person, "07-consent");
            person.open("/settings");
            Look.at(person, "08-settings-before-consent");
            person.open("/home").sees("персональных данных");
            instruction.readsAndSignsTheConsent();
            Look.at(person, "09-suppliers");
            person.follow("Газ Тест").type("Номер лицевого счёта", "3700").press("Найти счёт");
            person.sees("Номер лицевого счёта");
            Look.at(person, "10-number-refused");
            person.type("Номер лицевого счёта", "37 001 235")
                    .press("Найти счёт")
                    .sees("Это ваш адрес?");
            Look.at(person, "11-is-this-your-address");
            person.open("/no-such-page").sees("Такой страницы нет");
            Look.at(person, "12-no-such-page");
            person.open("/confirm?token=abc");
            Look.at(person, "13-confirm");
        }
    }

    @Test
    void ofAnAccount() {
        Customer who = Customer.withSignedConsent("+79997770002");
        String extended = link(who, "37101234");
        String basic = link(who, "37102345");
        who.extend(extended, "PIN", "1234");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/home").comesToSee("12,34 ₽");
            Look.at(person, "20-home");
            person.open("/accounts/" + basic).comesToSee("23,45 ₽");
            Look.at(person, "21-account");
            person.open("/accounts/" + basic + "/extended");
            Look.at(person, "22-extended-which");
            person.follow("PIN-код").type("PIN-код", "0000").press("Открыть");
            person.isRefused("");
            Look.at(person, "23-extended-refused");
            person.open("/accounts/" + extended + "/pay").sees("Весь долг");
            Look.at(person, "24-pay-choose");
            person.choose("Другую сумму").type("Другая сумма", "сто").press("Дальше");
            person.sees("Не получилось прочитать");
            Look.at(person, "25-pay-refused");
            person.choose("Другую сумму").type("Другая сумма", "99999").press("Дальше");
            person.sees("Это верная сумма?");
            Look.at(person, "26-pay-unusual");
            person.open("/accounts/" + extended + "/pay").press("Дальше").sees("Проверьте и оплатите");
            Look.at(person, "27-pay-review");
            person.choose("Банковская карта").press("Оплатить").sees("Тестовая оплата");
            String payment = newestPayment(who);
            person.open("/payments/" + payment).sees("Осталось оплатить");
            Look.at(person, "28-payment-waiting");
            Customer.decide(payment, "SUCCEEDED");
            person.comesToSee("Деньги зачислены").comesToSee("зарегистрирован в налоговой");
            Look.at(person, "29-payment-posted");
            person.open("/accounts/" + extended + "/pay").type("Сумма", "300").press("Дальше");
            person.choose("СБП").press("Оплатить").sees("Тестовая оплата");
            Customer.decide(newestPayment(who), "DECLINED");
            person.open("/payments/" + newestPayment(who)).comesToSee("Банк отклонил");
            Look.at(person, "30-payment-declined");
            person.open("/payments");
            Look.at(person, "31-payments");
            person.open("/accounts/" + extended);
            Look.at(person, "34-account-extended");
        }
    }

    @Test
    void ofReadings() {
        Customer who = Customer.withSignedConsent("+79997770004");
        String extended = link(who, "37101234");
        who.extend(extended, "PIN", "1234");
        try (Person person = Person.withPhone()) {
            person.signIn(who);
            person.open("/accounts/" + extended + "/readings").type("Что на счётчике сейчас", "1000");
            person.press("Передать показания").isRefused("Меньше прежнего");
            Look.at(person, "32-readings-refused");
            person.type("Что на счётчике сейчас", "1250")
                    .press("Передать показания")
                    .comesToSee("приняты");
            Look.at(person, "33-readings");
            handInTwoDozen(who, extended);
            person.open("/accounts/" + extended + "/readings").follow("Все показания счётчика");
            person.sees("Все показания");
            Look.at(person, "35-all-readings");
            person.follow("Показать более ранние").sees("К последним");
            Look.at(person, "36-older-readings");
        }
    }

    @Test
    void ofSettingsAndSupport() {
        Customer who = Customer.withSignedConsent("+79997770003");
        String linkId = link(who, "37201234");
        try (Person person = Person.withPhone();
                Person elsewhere = Person.atADesk()) {
            elsewhere.signIn(who);
            person.signIn(who).open("/settings");
            Look.at(person, "40-settings");
            person.open("/settings/accounts/" + linkId)
                    .type("Как называть счёт", "а".repeat(50))
                    .press("Сохранить");
            person.sees("Слишком длинно");
            Look.at(person, "41-settings-account-refused");
            person.type("Как называть счёт", "Дача").press("Сохранить").sees("Название сохранено");
            Look.at(person, "42-settings-account");
            person.follow("Отключить…").sees("Отключить лицевой счёт?");
            Look.at(person, "43-unlink");
            person.open("/settings/profile");
            Look.at(person, "44-profile");
            person.open("/settings/profile/password");
            Look.at(person, "45-password");
            person.open("/settings/sessions").sees("это устройство");
            Look.at(person, "46-devices");
            person.open("/settings/consents").sees("подписано");
            Look.at(person, "47-consents");
            person.follow("Открыть документ").sees("Подтверждение подписи");
            Look.at(person, "48-consent-evidence");
            person.follow("Отозвать…").sees("Кабинет закроется");
            Look.at(person, "49-withdraw");
            person.open("/settings/notifications").comesToSee("СМС на");
            Look.at(person, "50-messages");
            person.open("/support").press("Отправить").isRefused("Выберите тему");
            Look.at(person, "51-support-refused");
            person.select("О чём вопрос", "Показания")
                    .type("Ваш вопрос", "Счётчик заменили, а в кабинете старый.\n\nЧто делать?")
                    .press("Отправить");
            person.sees("Вопрос отправлен");
            Look.at(person, "52-question");
            person.open("/support").sees("принято");
            Look.at(person, "53-support");
            person.open("/").page().locator("footer").getByText("Светлое").waitFor();
        }
    }

    private static String link(Customer who, String number) {
        Answer linked = who.link(Customer.GAZ_TEST, number);
        String account = linked.text("supplyAccountId");
        Polling.until("a balance", () -> who.balance(account).status(), status -> status == 200);
        who.meter(account);
        return linked.text("linkId");
    }

    /** More than a page holds; each takes the place of the one before. */
    private static void handInTwoDozen(Customer who, String linkId) {
        String account = who.api()
                .get(Person.SYSTEM.account() + "/api/v1/account-links/" + linkId)
                .text("supplyAccountId");
        String meter = who.meter(account).path("meterId").asString();
        for (int value = 1251; value <= 1275; value++) {
            who.submit(meter, value);
        }
    }

    private static String newestPayment(Customer who) {
        Answer payments = Polling.until(
                "a payment",
                () -> who.api().get(Person.SYSTEM.billing() + "/api/v1/payments"),
                answer -> !answer.body().path("items").isEmpty());
        return payments.body().at("/items/0/paymentId").asString("");
    }
}
