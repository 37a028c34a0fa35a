package io.abonent.platform.consume;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics of our own and binds the consumers when everything else of a service works, on a thread of its own, as
 * soon as the broker answers. Left to themselves both happen while the service starts and wait for the broker: a service
 * that was killed while it was away took no command until it was back (F-10).
 */
final class ConsumersLast implements SmartApplicationListener {

    private static final Logger log = LoggerFactory.getLogger(ConsumersLast.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaAdmin topics;
    private final ObjectProvider<InputBindingLifecycle> consumers;
    private volatile @Nullable Thread binding;

    ConsumersLast(KafkaAdmin topics, ObjectProvider<InputBindingLifecycle> consumers) {
        this.topics = topics;
        this.consumers = consumers;
    }

    @Override
    public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
        return ApplicationReadyEvent.class.isAssignableFrom(type) || ContextClosedEvent.class.isAssignableFrom(type);
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        Thread begun = binding;
        if (event instanceof ApplicationReadyEvent && begun == null) {
            binding = Thread.ofVirtual().name("binding-consumers").start(this::bind);
        } else if (event instanceof ContextClosedEvent && begun != null) {
            begun.interrupt();
        }
    }

    private void bind() {
        try {
            awaitBroker();
            topics.initialize();
            consumers.forEach(InputBindingLifecycle::start);
        } catch (InterruptedException e) {
            // The service ends before the broker has answered.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                log.error("Consumers could not be bound: no event is read", e);
            }
        }
    }

    private void awaitBroker() throws InterruptedException {
        try (Admin broker = Admin.create(topics.getConfigurationProperties())) {
            if (!answers(broker)) {
                log.warn("The broker does not answer: events are read as soon as it does");
                while (!answers(broker)) {
                    Thread.sleep(PAUSE);
                }
                log.info("The broker answers: events are read from now on");
            }
        }
    }

    private static boolean answers(Admin broker) throws InterruptedException {
        try {
            broker.describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("No answer", e);
            return false;
        }
    }

    /** Takes the place of Stream's own lifecycle of consumers, which starts them with the context. */
    static final class NotWithTheContext implements BeanPostProcessor {

        private final ListableBeanFactory beans;

        NotWithTheContext(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            return bean.getClass() == InputBindingLifecycle.class ? new StartedByHand(beans) : bean;
        }
    }

    private static final class StartedByHand extends InputBindingLifecycle {

        private volatile boolean begun;

        StartedByHand(ListableBeanFactory beans) {
            super(beans.getBean(BindingService.class), beans.getBeansOfType(Bindable.class));
        }

        @Override
        public void start() {
            begun = true;
            super.start();
        }

        /** Not with the context; but a context that was paused, as those of tests are, starts it again. */
        @Override
        public boolean isAutoStartup() {
            return begun;
        }
    }
}
