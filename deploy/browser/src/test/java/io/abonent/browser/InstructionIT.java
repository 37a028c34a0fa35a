package io.abonent.browser;

import io.abonent.local.journey.Customer;
import org.junit.jupiter.api.Test;

/** From the first sentence of the printed instruction to the last. */
class InstructionIT {

    @Test
    void byPhone() {
        try (Person person = Person.withPhone()) {
            Instruction instruction =
                    new Instruction(person, new Customer("8 (999) 111-11-11", "+79991111111", "sneg8na4"));
            instruction.registers();
            instruction.confirmsWithTheCode();
            instruction.entersTheCabinet();
            instruction.readsAndSignsTheConsent();
            instruction.linksTheFirstAccount("Газ Тест", "023-185952", "023-185952");
            instruction.paysWhatIsDue("1 234,56 ₽");
            instruction.paysAnAmountOfHisOwn("500", "500,00 ₽");
            instruction.transmitsAReading("1201");
            instruction.unlocksByThePin("4821");
            instruction.linksAFurtherAccountInTheSettings("Газ Тест", "30 001 234");
            instruction.asksTheSupport();
        }
    }

    @Test
    void byEmailWithTheLinkOfTheLetter() {
        try (Person person = Person.atADesk()) {
            Instruction instruction = new Instruction(
                    person, new Customer("Anna.Petrova@Example.RU", "anna.petrova@example.ru", "zima2027"));
            instruction.registers();
            instruction.confirmsWithTheLinkOfTheLetter();
            instruction.entersTheCabinet();
            instruction.readsAndSignsTheConsent();
            instruction.linksTheFirstAccount("Газ Тест", "31 005 678", "031-005678");
            instruction.paysWhatIsDue("56,78 ₽");
            instruction.transmitsAReading("5700");
            instruction.unlocksByTheMetersSerialNumber("g 31005678");
            instruction.linksAFurtherAccountInTheSettings("Тепло Тест", "000123456");
            instruction.asksTheSupport();
        }
    }

    /** An old phone, a strict browser, a script that did not load: everything still works. */
    @Test
    void withoutJavaScript() {
        try (Person person = Person.withoutJavaScript()) {
            Instruction instruction =
                    new Instruction(person, new Customer("+7 999 111-22-22", "+79991112222", "leto2027"));
            instruction.registers();
            instruction.confirmsWithTheCode();
            instruction.entersTheCabinet();
            instruction.readsAndSignsTheConsent();
            instruction.linksTheFirstAccount("Газ Тест", "32 001 200", "032-001200");
            instruction.paysWhatIsDue("12,00 ₽");
            instruction.paysAnAmountOfHisOwn("100,50", "100,50 ₽");
            instruction.transmitsAReading("1210");
            instruction.unlocksByThePin("1200");
            instruction.linksAFurtherAccountInTheSettings("Газ Тест", "32001300");
            instruction.asksTheSupport();
        }
    }
}
