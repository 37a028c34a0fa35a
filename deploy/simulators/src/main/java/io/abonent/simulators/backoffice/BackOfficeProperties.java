package io.abonent.simulators.backoffice;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param apiKey what the house shows as {@code Authorization: Bearer …}
 * @param referenceKey hides account numbers inside account references; references issued with another key are unknown
 */
@Validated
@ConfigurationProperties("simulators.back-office")
record BackOfficeProperties(
        @NotBlank String apiKey,
        @DefaultValue("supplier-reference") @NotBlank String referenceKey) {}
