package io.abonent.notification;

import io.abonent.platform.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class NotificationServiceArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(NotificationServiceApplication.class);
    }
}
