package io.abonent.platform.outbox;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param relay whether this process takes part in relaying; somebody has to
 * @param batchSize rows per round: below some hundreds the relay falls behind, above a thousand nothing is won
 * @param poll how often to look without having been woken: rows of crashed or other processes
 * @param pause after a round of several rows that was not full, so that a few writers are not slowed by tiny rounds
 * @param pauseFromRows rounds smaller than this are quiet times: no pause
 * @param attempts how often a row the broker refuses is tried before it is put aside
 * @param retryPause between such attempts, and after any trouble with database or broker
 * @param sendBlock how long one send may wait for topic metadata or buffer space
 * @param shutdown how long a stopping relay may finish its round
 * @param vacuumAfter deleted rows after which the relay vacuums the table
 * @param alarmAge age of the oldest row from which health reports trouble
 * @param maxPayload largest event, well below the broker's limit
 * @param producer settings of the relay's Kafka producer beside the safe ones
 */
@ConfigurationProperties("abonent.outbox")
record OutboxProperties(
        @DefaultValue("true") boolean relay,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5ms") Duration pause,
        @DefaultValue("8") int pauseFromRows,
        @DefaultValue("5") int attempts,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("5s") Duration sendBlock,
        @DefaultValue("10s") Duration shutdown,
        @DefaultValue("20000") int vacuumAfter,
        @DefaultValue("5m") Duration alarmAge,
        @DefaultValue("512KB") DataSize maxPayload,
        @DefaultValue Map<String, String> producer) {}
