package io.abonent.simulators.fault;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Closes a TCP connection without a single byte of answer, as a dead partner does. The Servlet API has no means for
 * it; Tomcat has, but only below the servlet, so a valve leaves the handle in the request.
 */
@Component
class ConnectionCutter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ATTRIBUTE = ConnectionCutter.class.getName();

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new HandleValve());
    }

    static void cut(HttpServletRequest request) {
        ((Runnable) request.getAttribute(ATTRIBUTE)).run();
    }

    private static final class HandleValve extends ValveBase {

        private HandleValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Runnable cutter = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            request.setAttribute(ATTRIBUTE, cutter);
            getNext().invoke(request, response);
        }
    }
}
