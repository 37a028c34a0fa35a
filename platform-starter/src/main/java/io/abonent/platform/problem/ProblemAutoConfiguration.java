package io.abonent.platform.problem;

import io.micrometer.tracing.Tracer;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ProblemAutoConfiguration {

    private final ProblemMessages messages = new ProblemMessages();

    @Bean
    ProblemWriter problemWriter(JsonMapper json, ObjectProvider<Tracer> tracer) {
        return new ProblemWriter(json, messages, tracer.getIfAvailable());
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter writer) {
        return new ProblemAdvice(new ProblemTranslator(new Violations(messages)), writer);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(ProblemAdvice advice, ProblemWriter writer) {
        return new ProblemErrorController(advice, writer);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }
}
