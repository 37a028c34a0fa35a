package io.abonent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

@DisplayName("F-24: wrong configuration ends the start, and says what is wrong")
class ConfigurationTests {

    private static final String KEY = "dGVzdHMgb25seTogcGVwcGVyIG9mIDMyIGJ5dGVzICE=";
    private static final String PUBLIC_JWK = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"notification-test\","
            + "\"x\":\"_uGN8OwPJzaYPIoCz87L1M4dawK16MGCykxF_5ucFa4\","
            + "\"y\":\"SHkRaEJNICWO7woKbo5NCmWTqAuus3EQZfK-TDu7Lb0\"}";
    private static final Map<String, String> GOOD = Map.of(
            "abonent.password.pepper", KEY,
            "abonent.keys.encryption-key", KEY,
            "abonent.verification.hmac-key", KEY,
            "abonent.verification.notification-public-jwk", PUBLIC_JWK,
            "abonent.clients.local-demo.redirect-uris", "http://localhost:8080/signed-in");

    @Test
    void startsWithAllSecrets() {
        runner(GOOD).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("mistakes")
    void refusesToStart(String property, String value, String message) {
        Map<String, String> configuration = new LinkedHashMap<>(GOOD);
        if (value.equals("missing")) {
            configuration.remove(property);
        } else {
            configuration.put(property, value);
        }

        runner(configuration).run(context -> {
            assertThat(context).hasFailed();
            StringWriter told = new StringWriter();
            Objects.requireNonNull(context.getStartupFailure()).printStackTrace(new PrintWriter(told));
            assertThat(told.toString()).contains(message);
        });
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("abonent.password.pepper", "missing", "abonent.password.pepper is missing"),
                Arguments.of("abonent.password.pepper", "", "abonent.password.pepper is missing"),
                Arguments.of("abonent.password.pepper", "***", "abonent.password.pepper is not base64"),
                Arguments.of("abonent.password.pepper", "c2hvcnQ=", "abonent.password.pepper must be 32 bytes"),
                Arguments.of("abonent.password.memory-kib", "1024", "abonent.password.memory-kib must be at least"),
                Arguments.of("abonent.password.iterations", "1", "abonent.password.iterations at least"),
                Arguments.of("abonent.keys.encryption-key", "missing", "abonent.keys.encryption-key is missing"),
                Arguments.of("abonent.keys.encryption-key", "c2hvcnQ=", "must be 32 bytes"),
                Arguments.of("abonent.keys.published-before", "31d", "abonent.keys.published-before must be shorter"),
                Arguments.of("abonent.verification.hmac-key", "missing", "abonent.verification.hmac-key is missing"),
                Arguments.of(
                        "abonent.verification.notification-public-jwk",
                        "missing",
                        "abonent.verification.notification-public-jwk is missing"),
                Arguments.of("abonent.verification.notification-public-jwk", "{}", "is not an EC key in JWK form"),
                Arguments.of("abonent.verification.link-base", "/confirm", "link-base must be a whole address"),
                Arguments.of("abonent.tokens.access-lifetime", "1h", "access-lifetime must not be above 10 min"),
                Arguments.of("abonent.clients.local-demo.redirect-uris", "missing", "abonent.clients is empty"));
    }

    private static ApplicationContextRunner runner(Map<String, String> configuration) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Scan.class)
                .withPropertyValues(configuration.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan(basePackageClasses = IdentityServiceApplication.class)
    static class Scan {}
}
