package io.abonent.billing.quote;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param validFor how long the amounts of a quote stand */
@ConfigurationProperties("abonent.quote")
record QuoteProperties(@DefaultValue("15m") Duration validFor) {}
