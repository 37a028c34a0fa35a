package io.abonent.account;

import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.OpenApiSnapshot;
import io.abonent.platform.testkit.RouteMatrix;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Every route there is")
class RoutesIT extends RunningService {

    @Autowired
    private RouteMatrix matrix;

    @Test
    void theDocumentIsTheService(@Autowired OpenApiSnapshot openApi) {
        openApi.matches("docs/openapi/account-service.json");
    }

    @Test
    @DisplayName("F-74: no token, a bad one, one without scope")
    void refusesStrangers() {
        matrix.refuseStrangers();
    }

    @Test
    @DisplayName("F-73: nobody sets what is not asked for")
    void refusesUnknownProperties() {
        matrix.as("openid", "cabinet", "operator:supplier").refuseUnknownProperties();
    }

    @Test
    @DisplayName("F-53: bodies that hurt")
    void refusesJsonBombs() {
        matrix.as("openid", "cabinet", "operator:supplier").refuseJsonBombs();
    }

    @Test
    @DisplayName("F-72: another user's link is as absent as one that never was")
    void hidesForeignLinks() {
        String number = freshNumber();
        open(number);
        UUID linkId = linked(signedUser(), number);

        matrix.hide(Map.of("linkId", linkId), signedUser());
        matrix.hide(Map.of("linkId", Ids.next()), signedUser());
    }
}
