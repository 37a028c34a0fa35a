package io.abonent.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.abonent.platform.testkit.TestTokens;
import io.abonent.platform.web.Http;
import io.abonent.platform.web.Http.Answer;
import io.abonent.platform.web.SampleTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
@DisplayName("F-74: tokens")
class TokenTableIT {

    private final UUID user = UUID.randomUUID();
    private final Http http;
    private final URI keys;

    TokenTableIT(@LocalServerPort int port, @Value("${abonent.security.jwk-set-uri}") URI keys) {
        this.keys = keys;
        this.http = new Http(port);
    }

    @Test
    void acceptsWhatTheIssuerSigned() {
        assertThat(me(TestTokens.forUser(user)).text("userId")).isEqualTo(user.toString());
        assertThat(me(TestTokens.of(user).type("application/at+jwt").sign()).status())
                .isEqualTo(200);
    }

    @Test
    void toleratesClocksThatDifferALittle() {
        assertThat(me(TestTokens.of(user).expiredFor(Duration.ofSeconds(5)).sign())
                        .status())
                .isEqualTo(200);
        assertThat(me(TestTokens.of(user)
                                .notBefore(Instant.now().plusSeconds(10))
                                .sign())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesEveryOtherTokenInTheSameWords() throws Exception {
        Set<String> answers = new HashSet<>();
        for (Map.Entry<String, String> bad : badTokens().entrySet()) {
            Answer answer = me(bad.getValue());
            assertThat(answer.status()).as(bad.getKey()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(bad.getKey()).isEqualTo("Bearer error=\"invalid_token\"");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            answers.add(answer.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", ""));
        }
        assertThat(answers).as("one and the same body").hasSize(1);
    }

    @Test
    void asksForATokenWithoutSayingMore() {
        Answer answer = http.get("/api/v1/me", null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(http.get("/api/v1/me?access_token=" + TestTokens.forUser(user), null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesATokenWithoutTheScope() {
        Answer answer = me(TestTokens.withoutScope(user));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
        assertThat(me(TestTokens.of("supplier-import").sign()).status())
                .as("not a person")
                .isEqualTo(403);
    }

    @Test
    @DisplayName("API5: a customer's token opens no operators' route, also where a service has not said whose it is")
    void refusesACustomerOnOperatorsRoutes() {
        Answer answer = http.get("/api/v1/operator/suppliers", TestTokens.forUser(user));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
    }

    private Map<String, String> badTokens() throws Exception {
        String good = TestTokens.forUser(user);
        String[] parts = good.split("\\.", -1);
        JWTClaimsSet claims = SignedJWT.parse(good).getJWTClaimsSet();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("garbage", "abc");
        bad.put("two parts", parts[0] + "." + parts[1]);
        bad.put("alg none", new PlainJWT(claims).serialize());
        bad.put("alg none by hand", header("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        bad.put("alg None", header("{\"alg\":\"None\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "." + parts[2]);
        bad.put("signature stripped", parts[0] + "." + parts[1] + ".");
        bad.put("signature doubled", good + "." + parts[2]);
        bad.put("signature of zeros", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]));
        bad.put(
                "payload changed",
                parts[0] + "."
                        + header(claims.toString()
                                .replace(user.toString(), UUID.randomUUID().toString())) + "." + parts[2]);
        bad.putAll(otherKeys(claims));
        bad.putAll(otherClaims());
        bad.put("too long", good + "A".repeat(9_000));
        return bad;
    }

    private Map<String, String> otherKeys(JWTClaimsSet claims) throws Exception {
        ECKey own = KeysOfTests.stranger();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("HMAC with the public key", hmac(claims));
        bad.put("RS256", rsa(claims));
        bad.put("stranger's key", TestTokens.byStranger(user));
        bad.put("stranger's key under our id", signed(builder("test-1"), claims, own));
        bad.put("key in the header", signed(builder("test-1").jwk(own.toPublicJWK()), claims, own));
        bad.put("key at a URL", signed(builder("x").jwkURL(URI.create("http://127.0.0.1:1/keys")), claims, own));
        bad.put(
                "certificate at a URL",
                signed(builder("x").x509CertURL(URI.create("http://127.0.0.1:1/c")), claims, own));
        bad.put("kid with a path", signed(builder("../../../../dev/null"), claims, own));
        bad.put("kid with SQL", signed(builder("x' union select 'k"), claims, own));
        bad.put(
                "critical header",
                signed(builder("test-1").criticalParams(Set.of("exp")).customParam("exp", 1), claims, own));
        return bad;
    }

    private Map<String, String> otherClaims() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", TestTokens.expired(user));
        bad.put(
                "expired beyond the leeway",
                TestTokens.of(user).expiredFor(Duration.ofSeconds(61)).sign());
        bad.put(
                "not yet valid",
                TestTokens.of(user).notBefore(Instant.now().plusSeconds(120)).sign());
        bad.put("other audience", TestTokens.forOtherAudience(user));
        bad.put(
                "other issuer",
                TestTokens.of(user).issuer("https://evil.example").sign());
        bad.put(
                "issuer with a slash",
                TestTokens.of(user).issuer(TestTokens.ISSUER + "/").sign());
        bad.put(
                "ID token",
                TestTokens.of(user).type("JWT").audience("local-demo").sign());
        bad.put("typ JWT", TestTokens.of(user).type("JWT").sign());
        bad.put("logout token", TestTokens.of(user).type("logout+jwt").sign());
        bad.put("no subject", TestTokens.of("").sign());
        return bad;
    }

    private String hmac(JWTClaimsSet claims) throws Exception {
        byte[] publicKey = KeysOfTests.published(keys);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("test-1")
                        .build(),
                claims);
        token.sign(new MACSigner(Arrays.copyOf(publicKey, Math.max(32, publicKey.length))));
        return token.serialize();
    }

    private static String rsa(JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("test-1")
                        .build(),
                claims);
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        return token.serialize();
    }

    private static JWSHeader.Builder builder(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(keyId);
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet claims, ECKey key) throws Exception {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String header(String json) {
        return Base64URL.encode(json).toString();
    }

    private Answer me(String token) {
        return http.get("/api/v1/me", token);
    }
}
