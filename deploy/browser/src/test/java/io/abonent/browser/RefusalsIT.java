package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.abonent.local.journey.Customer;
import org.junit.jupiter.api.Test;

/** Everything that a person can be told instead of what was wanted: what is wrong, and what to do next. */
class RefusalsIT {

    private static final String LOGIN = "Номер мобильного телефона или электронная почта";

    @Test
    void ofARegistration() {
        try (Person person = Person.withPhone()) {
            person.open("/register")
                    .type(LOGIN, "8999")
                    .type("Придумайте пароль", "sneg8na4")
                    .press("Получить код");
            person.sees("Укажите номер мобильного телефона");
            person.type(LOGIN, "8 999 444-00-01")
                    .type("Придумайте пароль", "four")
                    .press("Получить код");
            person.sees("от 5 до 10 латинских букв");
            person.type("Придумайте пароль", "sнег8na4").press("Получить код");
            person.sees("в другой раскладке").isAt("/register");
            person.type("Придумайте пароль", "qwerty12").press("Получить код");
            person.sees("Придумайте другой").isAt("/register");
            assertThat(person.page().getByLabel(LOGIN).inputValue()).isEqualTo("8 999 444-00-01");
        }
    }

    @Test
    void ofACode() {
        Customer who = new Customer("+79994440002", "+79994440002", "sneg8na4");
        try (Person person = Person.withPhone()) {
            new Instruction(person, who).registers();
            String first = who.code();
            person.press("Подтвердить");
            String wrong = first.equals("000000") ? "000001" : "000000";
            person.type("Код из шести цифр", wrong).press("Подтвердить");
            person.isRefused("Неверный код").isRefused("осталось попыток: 4");
            person.press("Отправить код ещё раз");
            person.isRefused("Сообщение уже в пути");
            for (int tries = 4; tries > 0; tries--) {
                person.type("Код из шести цифр", wrong).press("Подтвердить");
                person.page().waitForLoadState();
            }
            person.type("Код из шести цифр", first).press("Подтвердить");
            person.isRefused("Слишком много неверных кодов").isRefused("Отправить код ещё раз");
        }
    }

    @Test
    void ofALinkThatWasUsed() {
        Customer who = new Customer("used.link@example.ru", "used.link@example.ru", "sneg8na4");
        try (Person person = Person.withPhone()) {
            Instruction instruction = new Instruction(person, who);
            instruction.registers();
            String link = who.linkFromLetter();
            instruction.confirmsWithTheLinkOfTheLetter();
            person.open(link).press("Подтвердить");
            person.sees("уже подтверждено").isAt("/sign-in");
            person.open(link.replaceAll("token=.*", "token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
            person.press("Подтвердить");
            person.sees("Ссылка больше не действует").follow("Зарегистрироваться снова");
            person.isAt("/register");
        }
    }

    @Test
    void ofASignIn() {
        Customer who = Customer.withSignedConsent("+79994440003");
        try (Person person = Person.withPhone()) {
            person.open("/sign-in").press("Войти");
            person.sees("Введите логин и пароль");
            person.type("Телефон или электронная почта", who.login)
                    .type("Пароль", "wrong123")
                    .press("Войти");
            person.isRefused("Логин или пароль не подошёл").isRefused("раскладку");
        }
    }

    @Test
    void ofAnAccountNumber() {
        Customer who = Customer.withSignedConsent("+79994440004");
        who.link(Customer.GAZ_TEST, "33000100");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/accounts/link").follow("Газ Тест");
            person.type("Номер лицевого счёта", "О23185952").press("Найти счёт");
            person.page().locator("#number-error").waitFor();
            person.type("Номер лицевого счёта", "12").press("Найти счёт");
            person.page().locator("#number-error").waitFor();
            person.type("Номер лицевого счёта", "29999999").press("Найти счёт");
            person.isRefused("Такой счёт не найден").isRefused("Сверьте каждую цифру");
            person.type("Номер лицевого счёта", "033-000100").press("Найти счёт");
            person.sees("счёт уже подключён");
        }
    }

    @Test
    void ofAPaymentAndAReading() {
        Customer who = Customer.withSignedConsent("+79994440005");
        String linkId = who.link(Customer.GAZ_TEST, "34100000").text("linkId");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/accounts/" + linkId + "/pay").sees("Долга нет");
            person.press("Дальше");
            person.sees("Напишите, сколько хотите заплатить");
            person.type("Сумма", "сто").press("Дальше");
            person.sees("Не получилось прочитать сумму");
            person.type("Сумма", "12,345").press("Дальше");
            person.sees("не больше двух цифр");
            person.open("/accounts/" + linkId + "/readings").press("Передать показания");
            person.isRefused("Показаний нет");
            person.type("Что на счётчике сейчас", "12а").press("Передать показания");
            person.isRefused("Нужны только цифры");
        }
    }

    @Test
    void ofALowerReading() {
        Customer who = Customer.withSignedConsent("+79994440006");
        String linkId = who.link(Customer.GAZ_TEST, "34101500").text("linkId");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/accounts/" + linkId + "/readings");
            person.type("Что на счётчике сейчас", "1400").press("Передать показания");
            person.isRefused("Меньше прежнего").isRefused("Проверьте цифры");
        }
    }

    @Test
    void ofAWrongPin() {
        Customer who = Customer.withSignedConsent("+79994440007");
        String linkId = who.link(Customer.GAZ_TEST, "34102600").text("linkId");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/accounts/" + linkId + "/extended").follow("PIN-код");
            person.type("PIN-код", "0000").press("Открыть расширенную версию");
            person.page().getByRole(AriaRole.ALERT).first().waitFor();
            person.isAt("/accounts/[0-9a-f-]{36}/extended");
        }
    }

    @Test
    void ofAnEmptyQuestionAndOfOneThatIsTooLong() {
        Customer who = Customer.withSignedConsent("+79994440008");
        try (Person person = Person.withPhone()) {
            person.signIn(who).open("/support").press("Отправить");
            person.isRefused("Выберите тему").isRefused("Напишите, что случилось");
            person.select("О чём вопрос", "Другое")
                    .type("Ваш вопрос", "а".repeat(4001))
                    .sees("Лишних знаков: 1")
                    .press("Отправить");
            person.isRefused("сократите его до 4000 знаков");
            assertThat(person.page().getByLabel("Ваш вопрос").inputValue()).hasSize(4001);
        }
    }
}
