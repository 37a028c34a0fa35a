package io.abonent.platform.consume;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/** Gives each container that the binder makes our rules for failures. */
final class ContainerRules implements ListenerContainerWithDlqAndRetryCustomizer {

    private static final Duration AUTHORIZATION_RETRY = Duration.ofSeconds(10);

    private final Supplier<RetryRules> retryRules;

    ContainerRules(Supplier<RetryRules> retryRules) {
        this.retryRules = retryRules;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destinationName,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> dlqDestinationResolver,
            @Nullable BackOff backOff) {
        container.setCommonErrorHandler(retryRules.get());
        container.setRecordInterceptor(new OurHeaders<>());
        container.getContainerProperties().setStopImmediate(true);
        container.getContainerProperties().setMissingTopicsFatal(false);
        // Without it a container stops for good when an ACL is missing for a moment.
        container.getContainerProperties().setAuthExceptionRetryInterval(AUTHORIZATION_RETRY);
    }

    @Override
    public boolean retryAndDlqInBinding(String destinationName, String group) {
        return false;
    }
}
