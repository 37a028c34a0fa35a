package io.abonent.gateway.session;

import io.abonent.gateway.page.ContentSecurityPolicy;
import io.abonent.gateway.page.FilesConfiguration;
import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.PublicAddress;
import io.abonent.platform.server.RequestsAtOnce;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;

/** Who may see which page, and what the browser is told about all of them. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] FILES = Stream.concat(
                    FilesConfiguration.FOLDERS.stream().map(folder -> folder + "**"),
                    Stream.of("/favicon.ico", "/robots.txt", "/.well-known/jwks.json"))
            .toArray(String[]::new);
    private static final String[] OPEN = {
        "/", "/sign-in", "/sign-out", "/register/**", "/reset/**", "/confirm", "/appearance", "/error"
    };
    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    /** Requests are observed as wholes; a span and a timer for each of their filters cost more than they tell. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The management port: what probes and scrapers need; the rest is not exposed at all. */
    @Bean
    @Order(1)
    SecurityFilterChain actuatorChain(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(EndpointRequest.to("health", "info", "prometheus", "sbom"))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Files are the same for everybody: no session is looked up, and browsers may keep them. */
    @Bean
    @Order(2)
    SecurityFilterChain filesChain(HttpSecurity http, ContentSecurityPolicy policy) {
        return http.securityMatcher(FILES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> {
                    common(headers, policy);
                    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
                })
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            ContentSecurityPolicy policy,
            CsrfTokenRepository csrfTokens,
            SecurityContextRepository contexts,
            RequestsAtOnce pagesAtOnce,
            @Value("${server.tomcat.max-http-form-post-size}") DataSize longestForm) {
        XorCsrfTokenRequestAttributeHandler csrfHandler = new XorCsrfTokenRequestAttributeHandler();
        // At once: a cookie set while a long page is being written would come too late.
        csrfHandler.setCsrfRequestAttributeName(null);
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().hasAuthority(CabinetSessions.CUSTOMER))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).csrfTokenRequestHandler(csrfHandler))
                .securityContext(security -> security.securityContextRepository(contexts))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> anonymous.authorities("ANONYMOUS"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(toSignIn()))
                .headers(headers -> common(headers, policy))
                .addFilterBefore(new FormSizeFilter(longestForm.toBytes()), CsrfFilter.class)
                .addFilterBefore(pagesAtOnce.filter(), CsrfFilter.class)
                .build();
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers, ContentSecurityPolicy policy) {
        headers.contentSecurityPolicy(rules -> rules.policyDirectives(policy.directives()))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static AuthenticationEntryPoint toSignIn() {
        return (request, response, failure) -> {
            String target = LocalPath.signIn(LocalPath.before(request), "").value();
            if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", target);
                response.setStatus(HttpStatus.NO_CONTENT.value());
                return;
            }
            response.setHeader(HttpHeaders.LOCATION, target);
            response.setStatus(HttpStatus.SEE_OTHER.value());
        };
    }

    @Bean
    CsrfTokenRepository csrfTokens(PublicAddress address) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(address.cookie("csrf"));
        tokens.setCookieCustomizer(cookie ->
                cookie.httpOnly(true).secure(address.secure()).sameSite("Lax").path("/"));
        return tokens;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SessionAuthenticationStrategy whenSignedIn(CsrfTokenRepository csrfTokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    }

    @Bean
    FilterRegistrationBean<CallerFilter> callerFilter(LocaleResolver localeResolver) {
        FilterRegistrationBean<CallerFilter> filter = new FilterRegistrationBean<>(new CallerFilter(localeResolver));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }
}
