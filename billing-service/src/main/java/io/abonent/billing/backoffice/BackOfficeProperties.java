package io.abonent.billing.backoffice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param url template with {@code {supplierCode}}
 * @param apiKey secret, no default: without it the service does not start
 * @param suppliers the code of each supplier's back office
 */
@Validated
@ConfigurationProperties("abonent.back-office")
record BackOfficeProperties(
        @NotBlank String url,
        @NotBlank String apiKey,
        @NotEmpty Map<UUID, String> suppliers) {

    @Override
    public String toString() {
        return "BackOfficeProperties[" + url + ", " + suppliers.size() + " suppliers]";
    }
}
