package io.abonent.gateway.page;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    Clock clock() {
        return InstantSource.system().withZone(ZoneOffset.UTC);
    }

    /** Behind Spring Security, which knows whether somebody is signed in. */
    @Bean
    FilterRegistrationBean<FrameFilter> frameFilter(PublicAddress address) {
        FilterRegistrationBean<FrameFilter> filter = new FilterRegistrationBean<>(new FrameFilter(address));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 2);
        return filter;
    }
}
