package io.abonent.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.platform.problem.ProblemWriter;
import io.abonent.platform.server.LastAnswers;
import io.abonent.platform.server.RequestsAtOnce;
import io.abonent.platform.server.TimedRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
class WebAutoConfiguration {

    @Bean
    JsonMapperBuilderCustomizer nullsOmitted() {
        return builder -> builder.changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictRequests(ObjectProvider<JsonMapperBuilderCustomizer> shared) {
        JacksonJsonHttpMessageConverter strict = new JacksonJsonHttpMessageConverter(
                StrictJson.mapper(shared.orderedStream().toList()));
        return converters -> converters.withJsonConverter(strict);
    }

    @Bean
    WebMvcConfigurer clientAddressArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ClientAddressResolver());
            }
        };
    }

    @Bean
    LastAnswers lastAnswers(WebProperties properties) {
        return new LastAnswers(properties.lastAnswers());
    }

    @Bean
    FilterRegistrationBean<LastAnswers> lastAnswersFilter(LastAnswers lastAnswers) {
        return lastAnswers.filter();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsInTimeAndNumber(
            WebProperties properties,
            @Value("${server.tomcat.max-swallow-size}") DataSize most,
            RequestsAtOnce requestsAtOnce,
            FullHouse fullHouse) {
        TimedRequests timed = new TimedRequests(properties.bodyTimeout(), most);
        return factory -> {
            timed.customize(factory);
            requestsAtOnce.guard(factory, fullHouse, path -> false);
        };
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(WebProperties properties, ProblemWriter problems) {
        FilterRegistrationBean<BodyFilter> registration =
                new FilterRegistrationBean<>(new BodyFilter(properties, problems));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    FullHouse fullHouse(ProblemWriter problems, ObjectProvider<MeterRegistry> meters) {
        return new FullHouse(problems, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    RequestsAtOnce requestsAtOnce(WebProperties properties, FullHouse fullHouse, LastAnswers lastAnswers) {
        return new RequestsAtOnce(properties.requestsAtOnce(), fullHouse, lastAnswers);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> requestsAtOnceFilter(RequestsAtOnce requestsAtOnce) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(requestsAtOnce.filter());
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 20);
        return registration;
    }
}
