package io.abonent.platform.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(IdempotencyProperties.class)
class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyRows idempotencyRows(DataSource dataSource) {
        return new IdempotencyRows(JdbcClient.create(dataSource));
    }

    @Bean
    @ConditionalOnMissingBean
    Idempotency idempotency(PlatformTransactionManager transactions, IdempotencyRows rows, JsonMapper json) {
        return new TransactionalIdempotency(new TransactionTemplate(transactions), rows, json);
    }

    @Bean
    IdempotencyCleaner idempotencyCleaner(IdempotencyRows rows, IdempotencyProperties properties) {
        return new IdempotencyCleaner(rows, properties);
    }

    @Bean
    WebMvcConfigurer idempotentRequests(
            IdempotencyRows rows, IdempotencyProperties properties, ObjectProvider<MeterRegistry> registry) {
        IdempotencyMetrics metrics = new IdempotencyMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
        IdempotencyInterceptor interceptor = new IdempotencyInterceptor(rows, properties, metrics);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(interceptor);
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                // Gives the lease of a refusal back and leaves the refusal to those behind it.
                resolvers.addFirst(interceptor);
            }
        };
    }
}
