package io.abonent.notification;

import io.abonent.platform.testkit.OpenApiSnapshot;
import io.abonent.platform.testkit.RouteMatrix;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationTest
class ApiIT {

    @Autowired
    private RouteMatrix routes;

    @Test
    void theDocumentIsTheService(@Autowired OpenApiSnapshot openApi) {
        openApi.matches("docs/openapi/notification-service.json");
    }

    @Test
    void strangersAreRefusedOnEveryRoute() {
        routes.refuseStrangers();
    }

    @Test
    @DisplayName("F-73: nobody sets what is not theirs to set")
    void unknownPropertiesAreRefusedOnEveryRoute() {
        routes.refuseUnknownProperties();
    }

    @Test
    @DisplayName("F-53: JSON bombs are refused on every route")
    void jsonBombsAreRefusedOnEveryRoute() {
        routes.refuseJsonBombs();
    }

    @Test
    @DisplayName("F-72: absent and foreign look the same")
    void foreignObjectsAreHidden() {
        routes.hide(Map.of("ticketId", UUID.randomUUID()), UUID.randomUUID());
    }
}
