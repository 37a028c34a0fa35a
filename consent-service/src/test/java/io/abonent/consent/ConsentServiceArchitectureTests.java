package io.abonent.consent;

import io.abonent.platform.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ConsentServiceArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(ConsentServiceApplication.class);
    }
}
