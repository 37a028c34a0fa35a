package io.abonent.platform.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long a request may run before a retry with the same key takes over; the overtaken one can no longer
 *     commit
 * @param keep how long an answer is repeated
 * @param cleanEvery between two runs of the cleaner
 */
@ConfigurationProperties("abonent.idempotency")
record IdempotencyProperties(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("24h") Duration keep,
        @DefaultValue("10m") Duration cleanEvery) {}
