package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.local.journey.Customer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Name and password: changed by the one who knows it, and won back by the one who has forgotten it. */
class ProfileIT {

    private static final String NEW = "Новый пароль";

    @Test
    void aNameIsSavedAndShown() {
        Customer who = Customer.withSignedConsent("+79993330001");
        try (Person person = Person.withPhone();
                Person elsewhere = Person.atADesk()) {
            elsewhere.signIn(who).open("/settings/profile");
            person.signIn(who)
                    .open("/settings")
                    .follow("Профиль")
                    .type("Как к вам обращаться", "Анна Сергеевна")
                    .press("Сохранить");
            person.sees("Имя сохранено");
            assertThat(person.page().getByLabel("Как к вам обращаться").inputValue())
                    .isEqualTo("Анна Сергеевна");

            elsewhere.type("Как к вам обращаться", "Кто-то другой").press("Сохранить");
            elsewhere.isRefused("Данные уже изменились");
            person.open("/settings/profile");
            assertThat(person.page().getByLabel("Как к вам обращаться").inputValue())
                    .as("an older page does not overwrite a newer name")
                    .isEqualTo("Анна Сергеевна");
        }
    }

    @Test
    void aChangedPasswordClosesTheOtherDevices() {
        Customer who = Customer.withSignedConsent("+79993330002");
        try (Person person = Person.withPhone();
                Person elsewhere = Person.atADesk()) {
            elsewhere.signIn(who).open("/settings").sees("Настройки");
            person.signIn(who).open("/settings/profile/password");
            person.type("Текущий пароль", "wrong123").type(NEW, "zima2027").press("Сохранить пароль");
            person.sees("После нескольких ошибок").isAt("/settings/profile/password");
            person.type("Текущий пароль", who.password).type(NEW, "qwerty12").press("Сохранить пароль");
            person.sees("Придумайте другой");
            person.type("Текущий пароль", who.password).type(NEW, "zima2027").press("Сохранить пароль");
            person.sees("Пароль изменён").isAt("/settings/profile");
            person.open("/settings/sessions").sees("это устройство");

            elsewhere.open("/settings").isAt("/sign-in.*");
            elsewhere
                    .type("Телефон или электронная почта", who.login)
                    .type("Пароль", who.password)
                    .press("Войти");
            elsewhere.isRefused("Логин или пароль не подошёл");
            elsewhere.type("Пароль", "zima2027").press("Войти").isAt("/(accounts/link|home|settings)");
        }
    }

    @Test
    void aForgottenPasswordIsReplacedByTheCodeOfTheMessage() {
        Customer who = Customer.withSignedConsent("+79993330003");
        try (Person person = Person.withPhone();
                Person thief = Person.atADesk()) {
            thief.signIn(who).open("/settings").sees("Настройки");
            person.open("/sign-in").follow("Забыли пароль?");
            person.type("Телефон или электронная почта", "8 999 333-00-03").press("Прислать код");
            person.isAt("/reset/code").sees("-00-03");
            String code = who.code();
            person.type("Код из сообщения", code.equals("111111") ? "222222" : "111111")
                    .type(NEW, "zima2027")
                    .press("Сохранить пароль");
            person.isRefused("Неверный код");
            person.type("Код из сообщения", code).type(NEW, "zima2027").press("Сохранить пароль");
            person.sees("Пароль изменён. Войдите с новым").isAt("/sign-in");
            person.type("Телефон или электронная почта", who.login)
                    .type("Пароль", "zima2027")
                    .press("Войти");
            person.isAt("/accounts/link").open("/settings").sees("Настройки");

            thief.open("/settings").isAt("/sign-in.*");
        }
    }

    @Test
    void aForgottenPasswordIsReplacedOnceByTheLinkOfTheLetter() {
        Customer who = new Customer("forgot@example.ru", "forgot@example.ru", "sneg8na4");
        try (Person person = Person.withPhone()) {
            Instruction instruction = new Instruction(person, who);
            instruction.registers();
            instruction.confirmsWithTheLinkOfTheLetter();
            person.open("/reset")
                    .type("Телефон или электронная почта", who.login)
                    .press("Прислать код");
            person.isAt("/reset/code");
            String letter = who.message("a letter with a reset link", text -> text.contains("/reset?token="));
            String link = letter.replaceAll("(?s).*?(\\S+/reset\\?token=[A-Za-z0-9_-]+).*", "$1");
            person.open(link).sees("Придумайте новый пароль");
            person.type(NEW, "five").press("Сохранить пароль");
            person.sees("от 5 до 10 латинских букв");
            person.type(NEW, "vesna2027").press("Сохранить пароль");
            person.sees("Пароль изменён. Войдите с новым");
            person.open(link).doesNotSee("Придумайте новый пароль").follow("Начать заново");
            person.isAt("/reset");
        }
    }

    @Test
    void aStrangersNumberIsToldNothing() {
        try (Person person = Person.withPhone()) {
            person.open("/reset")
                    .type("Телефон или электронная почта", "+79993339999")
                    .press("Прислать код");
            person.isAt("/reset/code").sees("Если у номера");
            person.type("Код из сообщения", "123456").type(NEW, "zima2027").press("Сохранить пароль");
            person.isRefused("Неверный код");
        }
    }

    @Test
    void onlyTheNewestCodeOfARegistrationCounts() {
        Customer who = new Customer("+79993330005", "+79993330005", "sneg8na4");
        try (Person person = Person.withPhone()) {
            Instruction instruction = new Instruction(person, who);
            instruction.registers();
            String first = who.code();
            Elapsed.sinceTheLastMessageTo(who, Duration.ofMinutes(2));
            person.press("Отправить код ещё раз").sees("Отправили новый код");
            String second =
                    who.message("another code", text -> text.matches("(?s).*\\d{6}.*") && !text.contains(first));
            person.type("Код из шести цифр", first).press("Подтвердить");
            person.isRefused("Есть более новый код");
            assertThat(second).doesNotContain(first);
            instruction.confirmsWithTheCode();
        }
    }

    @Test
    void aCodeExpiresAndTheNextOneServes() {
        Customer who = new Customer("+79993330006", "+79993330006", "sneg8na4");
        try (Person person = Person.withPhone()) {
            Instruction instruction = new Instruction(person, who);
            instruction.registers();
            String first = who.code();
            Elapsed.sinceTheLastMessageTo(who, Duration.ofMinutes(30));
            person.type("Код из шести цифр", first).press("Подтвердить");
            person.isRefused("Срок действия кода истёк");
            person.press("Отправить код ещё раз").sees("Отправили новый код");
            who.message("another code", text -> text.matches("(?s).*\\d{6}.*") && !text.contains(first));
            instruction.confirmsWithTheCode();
        }
    }
}
