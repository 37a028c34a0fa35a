package io.abonent.gateway;

import io.abonent.platform.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class GatewayArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(GatewayApplication.class);
    }
}
