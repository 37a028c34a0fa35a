package io.abonent.simulators.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param notificationUrl where the house listens for notifications
 * @param notificationRetries pauses between attempts; the last one is repeated until {@code notificationLifetime} is over
 * @param paymentLifetime how long the payer may take on the payment page
 */
@Validated
@ConfigurationProperties("simulators.payment-provider")
record ProviderProperties(
        @NotBlank String shopId,
        @NotBlank String secretKey,
        @NotNull URI notificationUrl,

        @DefaultValue({"1s", "3s", "10s", "30s", "1m", "5m", "15m", "1h"})
        List<Duration> notificationRetries,

        @DefaultValue("24h") Duration notificationLifetime,
        @DefaultValue("10s") Duration notificationTimeout,
        @DefaultValue("1h") Duration paymentLifetime) {}
