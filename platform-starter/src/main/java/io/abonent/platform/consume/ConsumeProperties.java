package io.abonent.platform.consume;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param retryFirst pause before the second attempt
 * @param retryMax the pause doubles up to this; far below Kafka's max.poll.interval.ms (five minutes)
 * @param maxValue larger records are dead letters
 * @param deadLetterSend how long the broker may take to acknowledge a dead letter
 * @param createDeadLetterTopic off where topics are made by the cluster's owner
 * @param deadLetterRetention how long a dead letter can be looked at and redriven
 */
@ConfigurationProperties("abonent.consume")
record ConsumeProperties(
        @DefaultValue("200ms") Duration retryFirst,
        @DefaultValue("30s") Duration retryMax,
        @DefaultValue("1MB") DataSize maxValue,
        @DefaultValue("10s") Duration deadLetterSend,
        @DefaultValue("true") boolean createDeadLetterTopic,
        @DefaultValue("30d") Duration deadLetterRetention) {}
