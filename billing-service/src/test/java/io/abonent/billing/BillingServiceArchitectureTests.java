package io.abonent.billing;

import io.abonent.platform.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class BillingServiceArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(BillingServiceApplication.class);
    }
}
