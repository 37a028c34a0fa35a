package io.abonent.identity;

import io.abonent.platform.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class IdentityServiceArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(IdentityServiceApplication.class);
    }
}
