package io.abonent.account.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

@DisplayName("F-24: a missing secret fails the start")
class BackOfficePropertiesTests {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class)
            .withPropertyValues("abonent.back-office.url=http://localhost/{supplierCode}");

    @EnableConfigurationProperties(BackOfficeProperties.class)
    static class Bound {}

    @Test
    void startsWithItsKeyAndDoesNotShowIt() {
        start.withPropertyValues("abonent.back-office.api-key=very-secret")
                .run(context -> assertThat(context.getBean(BackOfficeProperties.class))
                        .asString()
                        .doesNotContain("very-secret"));
    }

    @Test
    void doesNotStartWithoutItsKey() {
        start.run(context -> assertThat(context).hasFailed());
        start.withPropertyValues("abonent.back-office.api-key= ")
                .run(context -> assertThat(context).hasFailed());
    }
}
