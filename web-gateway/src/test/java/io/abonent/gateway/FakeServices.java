package io.abonent.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.abonent.gateway.FakeService.Answer;
import io.abonent.gateway.FakeService.Asked;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The five services of all tests, with an identity that signs in, refreshes and revokes like the real one. */
public final class FakeServices {

    public static final String ISSUER = "http://issuer.example";
    public static final String PASSWORD = "sneg8na4";
    public static final UUID USER = UUID.fromString("0198c000-0000-7000-8000-00000000000a");

    public static final FakeService IDENTITY = new FakeService();
    public static final FakeService CONSENT = new FakeService();
    public static final FakeService ACCOUNT = new FakeService();
    public static final FakeService BILLING = new FakeService();
    public static final FakeService NOTIFICATION = new FakeService();

    static final ECKey GATEWAY_KEY = key();

    private static final ECKey IDENTITY_KEY = key();
    private static final Set<String> REFRESH_TOKENS = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicInteger LIFETIME = new AtomicInteger(300);

    private FakeServices() {}

    static {
        signsIn();
    }

    /** Of the tokens given from now on, in seconds. */
    public static void accessTokensLive(int seconds) {
        LIFETIME.set(seconds);
    }

    /** As if every session had been ended somewhere else. */
    public static void endAllSessions() {
        REFRESH_TOKENS.clear();
    }

    public static boolean isLive(String refreshToken) {
        return REFRESH_TOKENS.contains(refreshToken);
    }

    public static void reset() {
        for (FakeService service : java.util.List.of(IDENTITY, CONSENT, ACCOUNT, BILLING, NOTIFICATION)) {
            service.forget();
        }
        LIFETIME.set(300);
        signsIn();
        ACCOUNT.on("GET /api/v1/onboarding", Answer.json(200, "{\"nextStep\":\"DONE\"}"))
                .on("GET /api/v1/account-links", Answer.json(200, "{\"items\":[]}"));
        BILLING.on("GET /api/v1/payments", Answer.json(200, "{\"items\":[]}"));
        NOTIFICATION.on("GET /api/v1/tickets", Answer.json(200, "{\"items\":[]}"));
    }

    public static long refreshes() {
        return IDENTITY.asked("POST /oauth2/token").stream()
                .filter(one -> "refresh_token".equals(one.form().get("grant_type")))
                .count();
    }

    private static void signsIn() {
        IDENTITY.on("POST /oauth2/authorize-challenge", FakeServices::challenge)
                .on("POST /oauth2/token", FakeServices::token)
                .on("POST /oauth2/revoke", FakeServices::revoke);
    }

    private static Answer challenge(Asked asked) {
        return PASSWORD.equals(asked.form().get("password"))
                ? Answer.json(
                        200, "{\"authorization_code\":\"code-" + asked.form().get("code_challenge") + "\"}")
                : Answer.json(403, "{\"error\":\"access_denied\",\"code\":\"BAD_CREDENTIALS\",\"auth_session\":\"x\"}");
    }

    private static Answer token(Asked asked) {
        Map<String, String> form = asked.form();
        if (!provesItself(form)) {
            return Answer.json(401, "{\"error\":\"invalid_client\"}");
        }
        if ("refresh_token".equals(form.get("grant_type")) && !REFRESH_TOKENS.remove(form.get("refresh_token"))) {
            return Answer.json(400, "{\"error\":\"invalid_grant\"}");
        }
        String refresh = "refresh-" + NUMBER.incrementAndGet();
        REFRESH_TOKENS.add(refresh);
        return Answer.json(
                200,
                "{\"access_token\":\"" + accessToken() + "\",\"refresh_token\":\"" + refresh
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":" + LIFETIME.get() + "}");
    }

    private static Answer revoke(Asked asked) {
        if (!provesItself(asked.form())) {
            return Answer.json(401, "{\"error\":\"invalid_client\"}");
        }
        REFRESH_TOKENS.remove(asked.form().get("token"));
        return Answer.json(200, "");
    }

    private static boolean provesItself(Map<String, String> form) {
        try {
            SignedJWT assertion = SignedJWT.parse(form.getOrDefault("client_assertion", ""));
            return assertion.verify(new ECDSAVerifier(GATEWAY_KEY.toECPublicKey()))
                    && assertion.getJWTClaimsSet().getAudience().contains(ISSUER)
                    && "web-gateway".equals(assertion.getJWTClaimsSet().getSubject())
                    // The real one wants it beside the assertion.
                    && "web-gateway".equals(form.get("client_id"));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private static String accessToken() {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.ES256),
                    new JWTClaimsSet.Builder()
                            .subject(USER.toString())
                            .jwtID(UUID.randomUUID().toString())
                            .build());
            jwt.sign(new ECDSASigner(IDENTITY_KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
