package io.abonent.consent;

import static io.abonent.consent.ConsentApi.PERSONAL_DATA;

import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.OpenApiSnapshot;
import io.abonent.platform.testkit.RouteMatrix;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every route there is, also those added tomorrow. */
@ConsentTest
class ConsentRoutesIT {
    @Autowired
    private RouteMatrix routes;

    @Test
    void documentIsTheService(@Autowired OpenApiSnapshot openApi) {
        openApi.matches("docs/openapi/consent-service.json");
    }

    @Test
    @DisplayName("F-74: strangers' tokens open nothing")
    void refusesStrangers() {
        routes.refuseStrangers();
    }

    @Test
    @DisplayName("F-73: unknown properties are refused")
    void refusesUnknownProperties() {
        routes.as("openid", "cabinet", "operator:consent").refuseUnknownProperties();
    }

    @Test
    @DisplayName("F-53: bombs are refused")
    void refusesJsonBombs() {
        routes.as("openid", "cabinet", "operator:consent").refuseJsonBombs();
    }

    @Test
    @DisplayName("F-72: another person's consent is as absent as one that never was")
    void hidesWhatBelongsToOthers(@LocalServerPort int port) {
        ConsentApi owner = new ConsentApi(port).as(Ids.next());
        UUID consentId = owner.readAndSign(PERSONAL_DATA, 1).id("consentId");

        routes.hide(Map.of("consentId", consentId), Ids.next());
    }
}
