package io.abonent.gateway.server;

import io.abonent.platform.server.LastAnswers;
import io.abonent.platform.server.RequestsAtOnce;
import io.abonent.platform.server.TimedRequests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Connections, as the services treat them: a slow client holds none for long (F-52), a process that ends cuts none off (F-06). */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    TimedRequests timedRequests(
            ServerProperties properties, @Value("${server.tomcat.max-swallow-size}") DataSize most) {
        return new TimedRequests(properties.formTimeout(), most);
    }

    /** Files, which a page needs to be one, are never refused: see the chain of the pages. */
    @Bean
    RequestsAtOnce pagesAtOnce(ServerProperties properties, RequestsAtOnce.Refusal refusal) {
        return new RequestsAtOnce(properties.pagesAtOnce(), refusal);
    }

    @Bean
    LastAnswers lastAnswers(ServerProperties properties) {
        return new LastAnswers(properties.lastAnswers());
    }

    @Bean
    FilterRegistrationBean<LastAnswers> lastAnswersFilter(LastAnswers lastAnswers) {
        return lastAnswers.filter();
    }
}
