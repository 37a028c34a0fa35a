package io.abonent.account.supplier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How suppliers are reached.
 *
 * @param url of one back office, with {@code {supplierCode}} in it
 * @param suppliers the code of each supplier that can be asked
 * @param apiKey secret; there is no default, without it the service does not start
 * @param concurrent questions to one supplier at a time; more are told that it is unavailable
 */
@Validated
@ConfigurationProperties("abonent.back-office")
record BackOfficeProperties(
        @NotBlank String url,
        @NotNull @DefaultValue Map<UUID, String> suppliers,
        @NotBlank String apiKey,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("20") int concurrent,
        @DefaultValue("10s") Duration rest) {

    @Override
    public String toString() {
        return "BackOfficeProperties[" + url + ", " + suppliers + "]";
    }
}
