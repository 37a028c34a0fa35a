package io.abonent.billing.posting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param firstPause after the first failed try
 * @param longestPause upper limit of the growing pauses
 */
@ConfigurationProperties("abonent.posting")
record PostingProperties(
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause) {}
