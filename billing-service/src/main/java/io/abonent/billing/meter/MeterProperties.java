package io.abonent.billing.meter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param freshFor a list of meters younger than this is used without asking the supplier */
@ConfigurationProperties("abonent.meter")
record MeterProperties(
        @DefaultValue("15m") Duration freshFor,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause) {}
