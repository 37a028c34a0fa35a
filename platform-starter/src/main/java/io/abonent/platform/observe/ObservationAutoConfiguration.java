package io.abonent.platform.observe;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ObservationAutoConfiguration {

    /** A path with an id in it, or a client that tries many, must not grow the registry without end. */
    @Bean
    static MeterFilter boundedUris() {
        return MeterFilter.maximumAllowableTags("http.server.requests", "uri", 200, MeterFilter.deny());
    }

    @Bean
    FilterRegistrationBean<LogFieldsFilter.TraceKeeper> traceKeeper(ObjectProvider<Tracer> tracer) {
        var registration = new FilterRegistrationBean<>(new LogFieldsFilter.TraceKeeper(tracer.getIfAvailable()));
        // Right behind the observation filter, which is the first of all.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    FilterRegistrationBean<LogFieldsFilter> logFields() {
        var registration = new FilterRegistrationBean<>(new LogFieldsFilter());
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }
}
