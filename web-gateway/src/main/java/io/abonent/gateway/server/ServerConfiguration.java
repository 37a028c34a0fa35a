package io.abonent.gateway.server;

import io.abonent.gateway.page.FilesConfiguration;
import io.abonent.platform.server.LastAnswers;
import io.abonent.platform.server.RequestsAtOnce;
import io.abonent.platform.server.TimedRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Connections, as the services treat them: a slow client holds none for long (F-52), a process that ends cuts none off (F-06). */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final String KEYS = "/.well-known/";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsInTimeAndNumber(
            ServerProperties properties,
            @Value("${server.tomcat.max-swallow-size}") DataSize most,
            RequestsAtOnce pagesAtOnce,
            ObjectProvider<RequestsAtOnce.Words> words) {
        TimedRequests timed = new TimedRequests(properties.formTimeout(), most);
        return factory -> {
            timed.customize(factory);
            pagesAtOnce.guard(factory, head -> words.getObject().to(head), ServerConfiguration::isNeverRefused);
        };
    }

    /** What a page needs to be one, and what identity-service has to know of us. */
    private static boolean isNeverRefused(String path) {
        return path.startsWith(KEYS) || FilesConfiguration.FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** The server is made before there is anything to write a page with. */
    @Bean
    RequestsAtOnce pagesAtOnce(
            ServerProperties properties, ObjectProvider<RequestsAtOnce.Refusal> refusal, LastAnswers lastAnswers) {
        return new RequestsAtOnce(
                properties.pagesAtOnce(),
                (request, response) -> refusal.getObject().write(request, response),
                lastAnswers);
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
