package io.abonent.account.supplier;

import io.abonent.platform.security.SecurityProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Operators are no customers: their routes ask for their own scope, and a customer's token opens none of them. */
@Configuration(proxyBeanMethods = false)
class OperatorSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain operatorChain(HttpSecurity http, JwtDecoder decoder, SecurityProblems problems) {
        return http.securityMatcher("/api/v1/operator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/operator/suppliers/**")
                        .hasAuthority("SCOPE_operator:supplier")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
