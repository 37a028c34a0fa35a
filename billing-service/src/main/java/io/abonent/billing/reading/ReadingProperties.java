package io.abonent.billing.reading;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param unusualFactor consumption above this many times the usual has to be confirmed
 * @param unusualFrom but never less than this, or a summer of cooking would ask every autumn
 * @param unusualWithoutHistory the same for a meter we know nothing about
 * @param refusalsPerDay per person and meter; more would be feeling for the previous value
 * @param answerWithin how long a person waits for the supplier's verdict before it is awaited in the background
 * @param abandonedAfter a first try that took longer was cut off by a kill
 * @param askPause between two questions about a reading the supplier has not decided
 */
@ConfigurationProperties("abonent.reading")
record ReadingProperties(
        @DefaultValue("3") BigDecimal unusualFactor,
        @DefaultValue("300") BigDecimal unusualFrom,
        @DefaultValue("1000") BigDecimal unusualWithoutHistory,
        @DefaultValue("10") int refusalsPerDay,
        @DefaultValue("2s") Duration answerWithin,
        @DefaultValue("15s") Duration abandonedAfter,
        @DefaultValue("10s") Duration askPause,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause) {}
