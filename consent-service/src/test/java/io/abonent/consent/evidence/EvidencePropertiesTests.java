package io.abonent.consent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

@DisplayName("F-24: no secret, no start")
class EvidencePropertiesTests {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Service.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EvidenceProperties.class)
    static class Service {}

    @Test
    void missingKeyStopsTheStartAndSaysWhich() {
        runner.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("abonent.evidence.signing-key is a secret without a default"));
    }

    @Test
    void keyIsNotPrinted() {
        runner.withPropertyValues("abonent.evidence.signing-key=" + EvidenceFixture.KEY)
                .run(context -> assertThat(context.getBean(EvidenceProperties.class))
                        .asString()
                        .doesNotContain(EvidenceFixture.KEY));
    }
}
