package io.abonent.consent.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Operators hold machine tokens with a scope of their own; a customer's token does not open these paths. */
@Configuration(proxyBeanMethods = false)
class OperatorSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain operatorChain(
            HttpSecurity http,
            JwtDecoder decoder,
            AuthenticationEntryPoint unauthenticated,
            AccessDeniedHandler denied) {
        return http.securityMatcher("/api/v1/operator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("SCOPE_operator:consent"))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(denied))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Tokens travel in a header which a browser does not add by itself.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
