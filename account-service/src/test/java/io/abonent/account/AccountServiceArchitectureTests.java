package io.abonent.account;

import io.abonent.platform.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class AccountServiceArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(AccountServiceApplication.class);
    }
}
