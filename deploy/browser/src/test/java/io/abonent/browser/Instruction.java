package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.local.journey.Customer;

/**
 * The printed instruction, sentence by sentence, as somebody follows it who has nothing else: a phone or a mailbox for the
 * codes, a bill with the number and the PIN.
 */
final class Instruction {

    private final Person person;
    private final Customer who;

    Instruction(Person person, Customer who) {
        this.person = person;
        this.who = who;
    }

    void registers() {
        person.open("/").follow("Зарегистрироваться");
        person.type("Номер мобильного телефона или электронная почта", who.login)
                .type("Придумайте пароль", who.password)
                .press("Получить код");
        person.isAt("/register/code").doesNotSee(who.address);
    }

    void confirmsWithTheCode() {
        person.type("Код из шести цифр", who.code()).press("Подтвердить");
        person.sees("Вы зарегистрированы");
    }

    void confirmsWithTheLinkOfTheLetter() {
        person.open(who.linkFromLetter()).sees("Подтвердите регистрацию").press("Подтвердить");
        person.sees("Вы зарегистрированы");
    }

    void entersTheCabinet() {
        person.type("Телефон или электронная почта", who.login)
                .type("Пароль", who.password)
                .press("Войти");
        person.isAt("/consent.*");
    }

    void readsAndSignsTheConsent() {
        person.sees("персональных данных");
        person.choose("Я прочитал").press("Подписать");
        person.sees("Согласие подписано").isAt("/accounts/link");
    }

    /** @param shown the number as it is printed */
    void linksTheFirstAccount(String supplier, String typed, String shown) {
        person.sees("Выберите поставщика").follow(supplier);
        person.type("Номер лицевого счёта", typed).press("Найти счёт");
        person.sees("Это ваш адрес?").sees(shown).press("Да, подключить");
        person.sees("Лицевой счёт подключён");
    }

    /** @param sum as people read it */
    void paysWhatIsDue(String sum) {
        person.open("/home").sees(sum).follow("Оплатить");
        person.sees("Сколько заплатить?").choose("Весь долг").press("Дальше");
        person.sees("Проверьте и оплатите").choose("Банковская карта").press("Оплатить " + sum);
        paysAtTheProvider();
        person.open("/home").comesToSee("Долга нет");
    }

    void paysAnAmountOfHisOwn(String typed, String written) {
        person.open("/home").follow("Заплатить вперёд");
        person.type("Сумма", typed).press("Дальше");
        person.sees("Проверьте и оплатите").choose("СБП").press("Оплатить " + written);
        paysAtTheProvider();
    }

    private void paysAtTheProvider() {
        person.sees("Тестовая оплата").press("Оплатить");
        person.isAt("/payments/[0-9a-f-]{36}").comesToSee("Деньги зачислены").comesToSee("зарегистрирован в налоговой");
    }

    void transmitsAReading(String value) {
        person.open("/home").follow("Передать показания");
        person.type("Что на счётчике сейчас", value).press("Передать показания");
        person.sees("Показания отправлены").comesToSee("приняты");
    }

    void unlocksByThePin(String pin) {
        person.open("/home").follow(firstAccount()).follow("Открыть расширенную версию");
        person.follow("PIN-код").type("PIN-код", pin).press("Открыть расширенную версию");
        // The town is no longer masked; the serial number of the meter always is.
        person.sees("Расширенная версия открыта").doesNotSee("Т***");
    }

    void unlocksByTheMetersSerialNumber(String serial) {
        person.open("/home").follow(firstAccount()).follow("Открыть расширенную версию");
        person.follow("Заводской номер").type("Заводской номер", serial).press("Открыть расширенную версию");
        person.sees("Расширенная версия открыта");
    }

    private static String firstAccount() {
        return "Газ Тест";
    }

    void linksAFurtherAccountInTheSettings(String supplier, String number) {
        person.follow("Настройки").follow("Подключить лицевой счёт");
        person.follow(supplier).type("Номер лицевого счёта", number).press("Найти счёт");
        person.sees("Это ваш адрес?")
                .type("Как назвать этот счёт", "Мамина квартира")
                .press("Да, подключить");
        person.open("/home").sees("Мамина квартира");
    }

    void asksTheSupport() {
        person.follow("Поддержка")
                .select("О чём вопрос", "Оплата")
                .type("Ваш вопрос", "Где мой чек?")
                .press("Отправить");
        person.sees("Обращение №").sees("Где мой чек?");
        String number = person.page().locator("h1").innerText().replaceAll(".*№\\s*", "");
        assertThat(who.message("the ticket's number", text -> text.contains(number)))
                .contains(number);
    }
}
