package io.abonent.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.notification.seal.Sealing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** F-24: wrong configuration fails the start and says what is wrong, without quoting a secret. */
class ConfigurationTests {

    private static final List<String> GOOD = List.of(
            "abonent.sms.host=localhost",
            "abonent.sms.port=12775",
            "abonent.sms.system-id=abonent",
            "abonent.sms.password=s3cret",
            "abonent.sms.sender=Abonent",
            "abonent.mail.sender-name=Abonent",
            "abonent.mail.sender-address=no-reply@abonent.example",
            "abonent.mail.support-address=support@abonent.example",
            "abonent.verification.private-jwk=" + Sealing.privateJwk());

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties
    @ConfigurationPropertiesScan("io.abonent.notification")
    static class PropertiesOnly {}

    @Test
    void goodConfigurationStarts() {
        runner(GOOD).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("F-24")
    void badConfigurationFailsTheStart(String property, String value) {
        List<String> settings = new ArrayList<>(GOOD);
        settings.removeIf(setting -> setting.startsWith(property + "="));
        if (!value.equals("absent")) {
            settings.add(property + "=" + value);
        }
        runner(settings).run(context -> {
            assertThat(context).hasFailed();
            assertThat(messages(context.getStartupFailure()))
                    .contains(property.substring(0, property.lastIndexOf('.')))
                    .doesNotContain("s3cret");
        });
    }

    static Stream<Arguments> badConfigurationFailsTheStart() {
        return Stream.of(
                Arguments.of("abonent.sms.password", "absent"),
                Arguments.of("abonent.sms.password", ""),
                Arguments.of("abonent.sms.password", "longerthaneight"),
                Arguments.of("abonent.sms.host", ""),
                Arguments.of("abonent.sms.port", "0"),
                Arguments.of("abonent.sms.port", "many"),
                Arguments.of("abonent.sms.sender", "LongerThanEleven"),
                Arguments.of("abonent.mail.sender-address", "nobody"),
                Arguments.of("abonent.mail.support-address", "absent"),
                Arguments.of("abonent.verification.private-jwk", "absent"),
                Arguments.of("abonent.verification.private-jwk", ""),
                Arguments.of("abonent.delivery.sms-per-second", "0"),
                Arguments.of("abonent.delivery.time-zone", "Mars/Base"));
    }

    private static ApplicationContextRunner runner(List<String> settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(PropertiesOnly.class)
                .withPropertyValues(settings.toArray(String[]::new));
    }

    private static String messages(@Nullable Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable next = failure; next != null; next = next.getCause()) {
            all.append(next.getMessage()).append('\n');
        }
        return all.toString();
    }
}
