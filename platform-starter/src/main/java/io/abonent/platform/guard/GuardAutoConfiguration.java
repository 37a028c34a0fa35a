package io.abonent.platform.guard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@EnableConfigurationProperties(GuardProperties.class)
class GuardAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(OwnerQuestion.Factory.class)
    GuardedQuestions ownerQuestions(GuardProperties properties, ObjectProvider<MeterRegistry> meters) {
        return new GuardedQuestions(properties, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** No upgrade dance with servers that speak HTTP/1.1 only; timeouts come from spring.http.clients.*. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return builder -> builder.withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1));
    }
}
