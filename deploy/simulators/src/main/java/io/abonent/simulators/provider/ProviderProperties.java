package io.abonent.simulators.provider;

import io.abonent.simulators.Required;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param notificationUrl where the house listens for notifications
 * @param notificationRetries pauses between attempts; the last one is repeated until {@code notificationLifetime} is over
 * @param paymentLifetime how long the payer may take on the payment page
 */
@ConfigurationProperties("simulators.payment-provider")
record ProviderProperties(
        String shopId,
        String secretKey,
        URI notificationUrl,

        @DefaultValue({"1s", "3s", "10s", "30s", "1m", "5m", "15m", "1h"})
        List<Duration> notificationRetries,

        @DefaultValue("24h") Duration notificationLifetime,
        @DefaultValue("10s") Duration notificationTimeout,
        @DefaultValue("1h") Duration paymentLifetime) {

    ProviderProperties {
        Required.setting("simulators.payment-provider.shop-id", shopId);
        Required.setting("simulators.payment-provider.secret-key", secretKey);
    }
}
