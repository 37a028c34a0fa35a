package io.abonent.billing.partner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param connectTimeout for a connection to any partner
 * @param readTimeout for its answer; longer than a healthy partner ever needs, shorter than a person waits
 */
@ConfigurationProperties("abonent.partner")
record PartnerProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("4s") Duration readTimeout) {}
