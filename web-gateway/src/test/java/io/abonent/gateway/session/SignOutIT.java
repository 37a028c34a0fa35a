package io.abonent.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.Browser;
import io.abonent.gateway.FakeService.Answer;
import io.abonent.gateway.FakeServices;
import io.abonent.gateway.GatewayTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayTest
class SignOutIT {

    @LocalServerPort
    private int port;

    private final JdbcClient jdbc;
    private final SigningOut signingOut;

    @Autowired
    SignOutIT(JdbcClient jdbc, SigningOut signingOut) {
        this.jdbc = jdbc;
        this.signingOut = signingOut;
    }

    @BeforeEach
    void nobodyElse() {
        jdbc.sql("delete from spring_session").update();
        jdbc.sql("delete from token_grant").update();
    }

    @Test
    void endsTheSessionHereAndAtIdentity() {
        Browser browser = Browser.signedIn(port);
        browser.get("/home");
        String session = browser.cookies.get(Browser.SESSION);

        assertThat(browser.post("/sign-out", Map.of()).location()).isEqualTo("/");

        String revoked = FakeServices.IDENTITY
                .asked("POST /oauth2/revoke")
                .getFirst()
                .form()
                .get("token");
        assertThat(revoked).startsWith("refresh-");
        assertThat(FakeServices.isLive(String.valueOf(revoked))).isFalse();
        assertThat(grants()).isZero();
        Browser again = new Browser(port);
        again.cookies.put(Browser.SESSION, session);
        assertThat(again.get("/home").location()).isEqualTo("/sign-in");
    }

    @Test
    void endsItHereAtOnceAndThereWhenIdentityIsBack() {
        Browser browser = Browser.signedIn(port);
        browser.get("/home");
        FakeServices.IDENTITY.down(true);

        assertThat(browser.post("/sign-out", Map.of()).location()).isEqualTo("/");
        assertThat(browser.get("/home").location()).isEqualTo("/sign-in");
        assertThat(grants()).isEqualTo(1);

        FakeServices.IDENTITY.down(false);
        older();
        signingOut.tellIdentity();
        assertThat(FakeServices.IDENTITY.asked("POST /oauth2/revoke")).hasSize(1);
        assertThat(grants()).isZero();
    }

    @Test
    void identityHearsOfSessionsThatExpiredHere() {
        Browser.signedIn(port);
        Browser staying = Browser.signedIn(port);
        older();
        signingOut.tellIdentity();
        assertThat(grants()).isEqualTo(2);

        jdbc.sql("update spring_session set expiry_time = 1 where session_id <> :kept")
                .param("kept", staying.cookies.get(Browser.SESSION))
                .update();
        signingOut.tellIdentity();

        assertThat(grants()).isEqualTo(1);
        assertThat(FakeServices.IDENTITY.asked("POST /oauth2/revoke")).hasSize(1);
        assertThat(staying.get("/home").status()).isEqualTo(200);
    }

    @Test
    void aSessionThatIdentityHasEndedLeadsToSignInAndBack() {
        Browser browser = Browser.signedIn(port);
        FakeServices.endAllSessions();
        FakeServices.ACCOUNT
                .on("GET /api/v1/onboarding", Answer.problem(401, "UNAUTHENTICATED"))
                .on("GET /api/v1/account-links", Answer.problem(401, "UNAUTHENTICATED"));

        Browser.Page answer = browser.get("/home?from=letter");

        assertThat(answer.location()).isEqualTo("/sign-in?why=over&next=%2Fhome%3Ffrom%3Dletter");
        assertThat(browser.get(answer.location()).body()).contains("Сеанс завершён");
        assertThat(grants()).isZero();
    }

    @Test
    void aFragmentOfAnEndedSessionTakesTheWholePageToSignIn() {
        Browser browser = Browser.signedIn(port);
        FakeServices.endAllSessions();
        FakeServices.ACCOUNT.on("GET /api/v1/suppliers", Answer.problem(401, "UNAUTHENTICATED"));

        Browser.Page answer = browser.get(
                "/accounts/link?query=a", "HX-Request", "true", "Referer", "http://localhost/accounts/link");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("hx-redirect")).isEqualTo("/sign-in?why=over&next=%2Faccounts%2Flink");
    }

    private int grants() {
        return jdbc.sql("select count(*) from token_grant").query(Integer.class).single();
    }

    private void older() {
        jdbc.sql("update token_grant set created_at = created_at - interval '2 minutes'")
                .update();
    }
}
