package io.abonent.gateway.server;

import io.abonent.platform.server.LastAnswers;
import io.abonent.platform.server.TimedBodies;
import io.abonent.platform.server.TimedProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** Connections, as the services treat them: a slow client holds none for long (F-52), a process that ends cuts none off (F-06). */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> timedRequests(
            ServerProperties properties, @Value("${server.tomcat.max-swallow-size}") DataSize most) {
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addEngineValves(new TimedBodies(properties.formTimeout(), most.toBytes()));
        };
    }

    @Bean
    LastAnswers lastAnswers(ServerProperties properties) {
        return new LastAnswers(properties.lastAnswers());
    }

    /** Before all others: refusals are answers, too. */
    @Bean
    FilterRegistrationBean<LastAnswers> lastAnswersFilter(LastAnswers lastAnswers) {
        FilterRegistrationBean<LastAnswers> registration = new FilterRegistrationBean<>(lastAnswers);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
