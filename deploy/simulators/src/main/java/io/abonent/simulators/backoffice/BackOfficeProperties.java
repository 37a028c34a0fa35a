package io.abonent.simulators.backoffice;

import io.abonent.simulators.Required;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param apiKey what the house shows as {@code Authorization: Bearer …}
 * @param referenceKey hides account numbers inside account references; references issued with another key are unknown
 */
@ConfigurationProperties("simulators.back-office")
record BackOfficeProperties(
        String apiKey, @DefaultValue("supplier-reference") String referenceKey) {

    BackOfficeProperties {
        Required.setting("simulators.back-office.api-key", apiKey);
        Required.setting("simulators.back-office.reference-key", referenceKey);
    }
}
