package io.abonent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.contracts.identity.LoginType;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.contracts.identity.VerificationRequested.Purpose;
import io.abonent.identity.Http.Answer;
import io.abonent.platform.testkit.TestEvents;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first three steps of the customer's instruction, as a gateway walks them. */
@IdentityTest
@ExtendWith(OutputCaptureExtension.class)
class IdentityServiceIT {

    @LocalServerPort
    int port;

    @Autowired
    TestEvents events;

    Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    @DisplayName("S1-S8 by phone: register, confirm by code, sign in, refresh")
    void walksTheInstructionByPhone(CapturedOutput log) throws ParseException, JOSEException {
        Answer registered = http.register("8 (999) 200-11-11", "Zima2027");
        assertThat(registered.status()).isEqualTo(202);
        assertThat(registered.json())
                .containsOnlyKeys("registrationId", "channel", "target", "expiresAt", "resendAvailableAt")
                .containsEntry("channel", "SMS")
                .containsEntry("target", "+7 *** ***-11-11");
        String id = registered.text("registrationId");

        VerificationRequested message = events.awaitPublished(VerificationRequested.class, is(id));
        assertThat(message.purpose()).isEqualTo(Purpose.REGISTER);
        assertThat(message.locale()).isEqualTo("ru");
        Letter letter = Letter.open(message);
        assertThat(letter.target()).isEqualTo("+79992001111");
        assertThat(letter.content()).doesNotContainKey("link");

        Answer confirmed = http.confirm(id, letter.code());
        assertThat(confirmed.status()).isEqualTo(201);
        UUID userId = UUID.fromString(confirmed.text("userId"));
        UserRegistered user = events.awaitPublished(
                UserRegistered.class, event -> event.userId().equals(userId));
        assertThat(user.loginType()).isEqualTo(LoginType.PHONE);
        assertThat(user.loginMasked()).isEqualTo("+7 *** ***-11-11");
        ContactConfirmed contact = events.awaitPublished(
                ContactConfirmed.class, event -> event.userId().equals(userId));
        assertThat(contact.value()).isEqualTo("+79992001111");

        Answer signedIn = http.challenge("9992001111", "Zima2027");
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(200);
        Answer tokens = http.exchange(signedIn.text("authorization_code"));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.json()).containsKeys("access_token", "refresh_token", "id_token", "expires_in");
        assertAccessToken(tokens.text("access_token"), userId);

        Answer refreshed = http.refresh(tokens.text("refresh_token"));
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
        assertThat(refreshed.text("refresh_token")).isNotEqualTo(tokens.text("refresh_token"));
        assertAccessToken(refreshed.text("access_token"), userId);

        // F-82; digits within a longer number or an id are somebody else's.
        assertThat(log.getAll())
                .doesNotContain("9992001111")
                .doesNotContain("Zima2027")
                .doesNotContain(signedIn.text("authorization_code"))
                .doesNotContain(tokens.text("access_token"))
                .doesNotContain(refreshed.text("refresh_token"))
                .doesNotContainPattern("(?<![\\w.-])" + letter.code() + "(?![\\w.-])");
    }

    private void assertAccessToken(String token, UUID userId) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(http.get("/oauth2/jwks").body());
        String kid = jwt.getHeader().getKeyID();
        assertThat(jwt.verify(new ECDSAVerifier(keys.getKeyByKeyId(kid).toECKey())))
                .isTrue();
        assertThat(keys.getKeyByKeyId(kid).isPrivate()).isFalse();
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(jwt.getJWTClaimsSet().getClaims())
                .containsEntry("iss", "http://localhost:8081")
                .containsEntry("sub", userId.toString())
                .containsEntry("aud", List.of("abonent"))
                .containsEntry("client_id", "local-demo")
                .containsKeys("exp", "iat", "nbf", "jti", "scope", "sid", "auth_time");
        assertThat(jwt.getJWTClaimsSet().getStringClaim("scope").split(" ", -1)).contains("cabinet");
    }

    @Test
    @DisplayName("S6-S7 by e-mail: the letter has a code and a link, the link confirms by POST only (F-85)")
    void walksTheInstructionByMail() {
        Answer registered = http.register(" Masha@Пример.рф ", "Zima2027", "Accept-Language", "en");
        assertThat(registered.status()).as(registered.body()).isEqualTo(202);
        assertThat(registered.json()).containsEntry("channel", "EMAIL").containsEntry("target", "m***@пример.рф");
        String id = registered.text("registrationId");
        VerificationRequested message = events.awaitPublished(VerificationRequested.class, is(id));
        assertThat(message.locale()).isEqualTo("en");
        Letter letter = Letter.open(message);
        assertThat(letter.target()).isEqualTo("masha@xn--e1afmkfd.xn--p1ai");
        assertThat(letter.link()).startsWith("http://localhost:8081/confirm?token=");

        for (int look = 0; look < 3; look++) {
            Answer page = http.get("/confirm?token=" + letter.token());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("method=\"post\"").contains(letter.token());
        }
        assertThat(http.challenge("masha@пример.рф", "Zima2027").status()).isEqualTo(403);

        Answer confirmed = http.post("/api/v1/confirmations", Map.of("token", letter.token()));
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(http.challenge("MASHA@пример.рф", "Zima2027").status()).isEqualTo(200);

        Answer again = http.post("/api/v1/confirmations", Map.of("token", letter.token()));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("ALREADY_CONFIRMED");
        assertThat(http.confirm(id, letter.code()).text("code")).isEqualTo("ALREADY_CONFIRMED");
    }

    @Test
    @DisplayName("F-69: a known login answers like a new one; its owner is told, and nothing can be confirmed")
    void answersAKnownLoginLikeANewOne() {
        Answer first = http.register("+7 999 200 22 22", "Zima2027");
        String code = Letter.open(events.awaitPublished(VerificationRequested.class, is(first.text("registrationId"))))
                .code();
        assertThat(http.confirm(first.text("registrationId"), code).status()).isEqualTo(201);

        Answer second = http.register("+7 999 200 22 22", "Leto2028x");
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().keySet()).isEqualTo(first.json().keySet());
        String fake = second.text("registrationId");
        VerificationRequested told = events.awaitPublished(VerificationRequested.class, is(fake));
        assertThat(told.purpose()).isEqualTo(Purpose.ALREADY_REGISTERED);
        assertThat(Letter.open(told).content()).containsOnlyKeys("target");

        assertThat(http.post("/api/v1/registrations/" + fake + "/resend", Map.of())
                        .text("code"))
                .isEqualTo("RESEND_TOO_SOON");
        for (int left = 4; left >= 0; left--) {
            Answer wrong = http.confirm(fake, "000000");
            assertThat(wrong.text("code")).isEqualTo("CODE_INVALID");
            assertThat(wrong.json()).containsEntry("attemptsLeft", left);
        }
        assertThat(http.confirm(fake, "000000").text("code")).isEqualTo("CODE_EXHAUSTED");
        assertThat(http.challenge("+79992002222", "Leto2028x").status()).isEqualTo(403);
        assertThat(http.challenge("+79992002222", "Zima2027").status()).isEqualTo(200);
    }

    static Predicate<VerificationRequested> is(String id) {
        return event -> event.verificationId().toString().equals(id);
    }
}
