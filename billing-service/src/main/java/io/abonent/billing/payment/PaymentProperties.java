package io.abonent.billing.payment;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param returnUrls where the provider may send people back to: {@code scheme://host:port}, port {@code *} for any
 * @param expiresAfter when an unpaid payment is given up at the provider
 * @param firstLook when the provider is asked after a payment was begun
 * @param shortestPause between two questions about an unpaid payment; grows with its age
 * @param longestPause between two questions
 * @param keyLivesFor how long the provider remembers an idempotence key; afterwards an order is not repeated
 */
@Validated
@ConfigurationProperties("abonent.payment")
record PaymentProperties(
        @NotEmpty List<String> returnUrls,
        @DefaultValue("60m") Duration expiresAfter,
        @DefaultValue("5s") Duration firstLook,
        @DefaultValue("5s") Duration shortestPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("23h") Duration keyLivesFor) {}
