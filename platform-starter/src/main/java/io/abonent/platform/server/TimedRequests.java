package io.abonent.platform.server;

import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.util.unit.DataSize;

/**
 * Whole heads and whole bodies come within a certain time, or their connection ends (F-52). The time of a head is
 * {@code server.tomcat.connection-timeout}.
 *
 * @param bodies how long a body may take, counted from the end of the head
 * @param mostUnwanted so much of a body that nobody wants is still taken, so that the client sees its answer
 */
public record TimedRequests(Duration bodies, DataSize mostUnwanted)
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(TimedProtocol.class.getName());
        factory.addEngineValves(new TimedBodies(bodies, mostUnwanted.toBytes()));
    }
}
