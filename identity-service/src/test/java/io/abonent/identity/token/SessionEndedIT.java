package io.abonent.identity.token;

import static io.abonent.identity.Customers.PASSWORD;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.identity.SessionEnded;
import io.abonent.identity.Customers;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.TestEvents;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
@DisplayName("F-76: every end of a session is told to the other services, once and with its reason")
class SessionEndedIT {

    private final Customers customers;
    private final Http http;
    private final TestEvents events;
    private final OutboxAssertions outbox;
    private String phone = "";
    private UUID userId = new UUID(0, 0);

    @Autowired
    SessionEndedIT(Customers customers, TestEvents events, OutboxAssertions outbox) {
        this.customers = customers;
        this.http = customers.http();
        this.events = events;
        this.outbox = outbox;
    }

    @BeforeEach
    void register() {
        phone = newPhone();
        userId = customers.registered(phone);
    }

    private List<SessionEnded> told() {
        outbox.awaitEmpty();
        return events.published(SessionEnded.class).stream()
                .map(published -> published.event())
                .filter(event -> event.userId().equals(userId))
                .toList();
    }

    private static String sessionOf(Answer tokens) throws ParseException {
        return com.nimbusds.jwt.SignedJWT.parse(tokens.text("access_token"))
                .getJWTClaimsSet()
                .getStringClaim("sid");
    }

    @Test
    void ofADeviceThatIsSignedOut() throws ParseException {
        Answer here = customers.signedIn(phone);
        Answer there = customers.signedIn(phone);
        String bearer = "Bearer " + here.text("access_token");
        http.delete("/api/v1/sessions/" + sessionOf(there), "Authorization", bearer);
        http.delete("/api/v1/sessions/" + sessionOf(there), "Authorization", bearer);

        assertThat(told()).singleElement().satisfies(event -> {
            assertThat(event.sessionId()).hasToString(sessionOf(there));
            assertThat(event.cause()).isEqualTo(SessionEnded.Cause.SIGNED_OUT);
        });
    }

    @Test
    void ofAllDevicesAtOnce() {
        Answer here = customers.signedIn(phone);
        customers.signedIn(phone);
        http.post(
                "/api/v1/sessions/sign-out-everywhere",
                Map.of(),
                "Authorization",
                "Bearer " + here.text("access_token"));

        assertThat(told())
                .extracting(SessionEnded::cause)
                .containsExactly(SessionEnded.Cause.SIGNED_OUT_EVERYWHERE, SessionEnded.Cause.SIGNED_OUT_EVERYWHERE);
    }

    @Test
    void ofATokenThatIsGivenBack() {
        Answer tokens = customers.signedIn(phone);
        http.form("/oauth2/revoke", Map.of("client_id", "local-demo", "token", tokens.text("refresh_token")));

        assertThat(told()).extracting(SessionEnded::cause).containsExactly(SessionEnded.Cause.SIGNED_OUT);
    }

    @Test
    @DisplayName("F-75: of a refresh token that comes back from another device")
    void ofARefreshTokenThatComesBack() {
        Answer tokens = customers.signedIn(phone);
        Answer next = http.refresh(tokens.text("refresh_token"));
        assertThat(http.refresh(tokens.text("refresh_token"), "User-Agent", "thief/1.0")
                        .text("error"))
                .isEqualTo("invalid_grant");

        assertThat(told()).extracting(SessionEnded::cause).containsExactly(SessionEnded.Cause.TOKEN_REUSED);
        assertThat(http.refresh(next.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void ofACodeThatComesBack() {
        String code = http.challenge(phone, PASSWORD).text("authorization_code");
        Answer tokens = http.exchange(code);
        assertThat(http.exchange(code).text("error")).isEqualTo("invalid_grant");

        assertThat(told()).extracting(SessionEnded::cause).containsExactly(SessionEnded.Cause.CODE_REUSED);
        assertThat(http.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }
}
