package io.abonent.billing.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param shopId secret, no default
 * @param secretKey secret, no default
 * @param pages where the provider's payment page may live, {@code scheme://host:port}: its answer must not send people anywhere else
 */
@Validated
@ConfigurationProperties("abonent.payment-provider")
record ProviderProperties(
        @NotBlank String url,
        @NotBlank String shopId,
        @NotBlank String secretKey,
        @NotEmpty List<String> pages) {

    @Override
    public String toString() {
        return "ProviderProperties[" + url + "]";
    }
}
