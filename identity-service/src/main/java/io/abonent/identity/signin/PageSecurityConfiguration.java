package io.abonent.identity.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The hosted pages and the challenge endpoint: open, without sessions, and nothing on them comes from elsewhere. */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";
    /** After the sign-in the browser is sent on to the client's address: the form may lead there. */
    private static final String SIGN_IN_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain signInPageChain(HttpSecurity http) {
        return open(http.securityMatcher("/sign-in"), SIGN_IN_POLICY)
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .build();
    }

    /** A confirmation link is its own proof, and a gateway has no browser: neither needs a token against forged forms. */
    @Bean
    @Order(3)
    SecurityFilterChain openPagesChain(HttpSecurity http) {
        return open(http.securityMatcher("/confirm", "/pages/**", "/oauth2/authorize-challenge"), POLICY)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static HttpSecurity open(HttpSecurity http, String policy) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(rules -> rules.policyDirectives(policy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
