package io.abonent.identity.token;

import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.identity.Customers;
import io.abonent.identity.GatewayKeys;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
@DisplayName("O7: a confidential gateway proves itself with its own key")
class ConfidentialClientIT {

    private static final String ISSUER = "http://localhost:8081";

    private final Customers customers;
    private final Http http;

    @Autowired
    ConfidentialClientIT(Customers customers) {
        this.customers = customers;
        this.http = customers.http();
    }

    private Answer introspect(String token, String assertion) {
        return http.form(
                "/oauth2/introspect",
                Map.of(
                        "token",
                        token,
                        "client_id",
                        GatewayKeys.CLIENT,
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion));
    }

    @Test
    void introspectsLiveAndEndedSessions() {
        String phone = newPhone();
        customers.registered(phone);
        Answer tokens = customers.signedIn(phone);
        String access = tokens.text("access_token");

        Answer live = introspect(access, GatewayKeys.assertion(ISSUER));
        assertThat(live.status()).as(live.body()).isEqualTo(200);
        assertThat(live.json()).containsEntry("active", true).containsKeys("sub", "sid", "client_id", "exp");
        assertThat(introspect(tokens.text("refresh_token"), GatewayKeys.assertion(ISSUER))
                        .json())
                .containsEntry("active", true);

        http.form("/oauth2/revoke", Map.of("client_id", "local-demo", "token", access));
        assertThat(introspect(access, GatewayKeys.assertion(ISSUER)).json()).containsOnly(Map.entry("active", false));
        assertThat(introspect("rubbish", GatewayKeys.assertion(ISSUER)).json())
                .containsOnly(Map.entry("active", false));
    }

    @Test
    void refusesAssertionsForOthersAndForgedOnes() {
        String forged = GatewayKeys.assertion(ISSUER);

        assertThat(introspect("x", GatewayKeys.assertion("https://elsewhere.example"))
                        .status())
                .isEqualTo(401);
        assertThat(introspect("x", forged.substring(0, forged.length() - 8) + "AAAAAAAA")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void isNoPublicClientAndNoFirstParty() {
        Map<String, String> challenge = new LinkedHashMap<>(Http.challengeForm("+79012223344", "Zima2027"));
        challenge.put("client_id", GatewayKeys.CLIENT);

        assertThat(http.form("/oauth2/authorize-challenge", challenge).text("error"))
                .isEqualTo("unauthorized_client");
        assertThat(http.form(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type",
                                        "refresh_token",
                                        "client_id",
                                        GatewayKeys.CLIENT,
                                        "refresh_token",
                                        "x"))
                        .text("error"))
                .isEqualTo("invalid_client");
    }

    @Test
    void mayNotUseTokensOfAnotherClient() {
        String phone = newPhone();
        customers.registered(phone);
        String refreshToken = customers.signedIn(phone).text("refresh_token");
        Answer stolen = http.form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        refreshToken,
                        "client_id",
                        GatewayKeys.CLIENT,
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        GatewayKeys.assertion(ISSUER)));

        assertThat(stolen.text("error")).isEqualTo("invalid_grant");
        assertThat(http.refresh(refreshToken).status()).isEqualTo(200);
    }
}
