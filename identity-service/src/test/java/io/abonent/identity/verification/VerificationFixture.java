package io.abonent.identity.verification;

import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

final class VerificationFixture {

    static final String HMAC_KEY = "dGVzdHMgb25seTogaG1hYyBrZXkgb2YgMzIgYnl0ZXM=";
    static final String JWK = """
            {"kty":"EC","crv":"P-256","kid":"notification-test",
             "x":"_uGN8OwPJzaYPIoCz87L1M4dawK16MGCykxF_5ucFa4","y":"SHkRaEJNICWO7woKbo5NCmWTqAuus3EQZfK-TDu7Lb0"}""";
    static final Login PHONE = new Login(LoginType.PHONE, "+79993334455", "+79993334455");
    static final Login MAIL = new Login(LoginType.EMAIL, "masha@example.ru", "masha@example.ru");

    private VerificationFixture() {}

    static VerificationProperties terms() {
        return terms(HMAC_KEY, JWK);
    }

    static VerificationProperties terms(@Nullable String hmacKey, @Nullable String jwk) {
        return new VerificationProperties(
                hmacKey,
                jwk,
                URI.create("http://localhost:8081/confirm"),
                URI.create("http://localhost:8080/reset"),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                Duration.ofHours(1),
                5,
                Duration.ofSeconds(60),
                5,
                10);
    }
}
