package io.abonent.billing.balance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param freshFor figures younger than this are shown without asking the supplier
 * @param warnAfter figures older than this are marked {@code stale}
 * @param refreshFirstPause pause after the first failed refresh in the background
 * @param refreshLongestPause upper limit of the growing pauses
 */
@ConfigurationProperties("abonent.balance")
record BalanceProperties(
        @DefaultValue("5m") Duration freshFor,
        @DefaultValue("24h") Duration warnAfter,
        @DefaultValue("1s") Duration refreshFirstPause,
        @DefaultValue("10m") Duration refreshLongestPause) {}
