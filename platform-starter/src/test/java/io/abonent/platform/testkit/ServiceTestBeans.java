package io.abonent.platform.testkit;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
class ServiceTestBeans {

    @Bean
    static OneConnectionAtATime oneConnectionAtATime() {
        return new OneConnectionAtATime();
    }

    @Bean
    TestEvents testEvents(KafkaConnectionDetails kafka) {
        return new TestEvents(String.join(",", kafka.getBootstrapServers()));
    }

    @Bean
    OutboxAssertions outboxAssertions(JdbcClient jdbc) {
        return new OutboxAssertions(jdbc);
    }
}
