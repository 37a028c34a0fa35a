package io.abonent.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.testkit.RouteMatrix;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every route refuses, whoever owns the object behind it. */
class RoutesIT extends RunningService {

    @Autowired
    private RouteMatrix matrix;

    @Test
    void refuseStrangers() {
        matrix.refuseStrangers();
    }

    @Test
    @DisplayName("F-73: nobody sets a status, an owner or an amount by naming it")
    void refuseUnknownProperties() {
        matrix.refuseUnknownProperties();
    }

    @Test
    @DisplayName("F-53: 400 for every bomb")
    void refuseJsonBombs() {
        matrix.refuseJsonBombs();
    }

    @Test
    void closeTheCabinetWithoutConsent() {
        UUID unsigned = UUID.randomUUID();
        UUID any = UUID.randomUUID();
        for (String path : List.of(
                "/api/v1/supply-accounts",
                "/api/v1/supply-accounts/" + any + "/balance",
                "/api/v1/supply-accounts/" + any + "/meters",
                "/api/v1/payment-quotes/" + any,
                "/api/v1/payments",
                "/api/v1/payments/" + any,
                "/api/v1/meter-readings?meterId=" + any)) {
            Answer answer = get(path, unsigned);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.text("code")).as(path).isEqualTo("CONSENT_REQUIRED");
        }
        assertThat(post("/api/v1/payments", unsigned, payBody(any.toString())).text("code"))
                .isEqualTo("CONSENT_REQUIRED");
        assertThat(post("/api/v1/payment-quotes", unsigned, """
                        {"parts": [{"supplyAccountId": "%s", "mode": "DEBT"}]}
                        """.formatted(any)).text("code"))
                .isEqualTo("CONSENT_REQUIRED");
        assertThat(post("/api/v1/meter-readings", unsigned, """
                        {"readings": [{"meterId": "%s", "registers": [{"code": "T1", "value": 1}]}]}
                        """.formatted(any)).text("code"))
                .isEqualTo("CONSENT_REQUIRED");
    }
}
