package io.abonent.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.abonent.platform.problem.ProblemWriter;
import io.abonent.platform.web.Text;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Bearer tokens for {@code /api/**}, nothing else. The chain matches every request and comes last: a service adds
 * chains for its own pages and protocols with a {@code securityMatcher} and any smaller {@code @Order}.
 */
@AutoConfiguration(
        afterName = "io.abonent.platform.problem.ProblemAutoConfiguration",
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecurityProperties.class)
class ResourceServerAutoConfiguration {

    static final String SCOPE = "SCOPE_cabinet";

    /** Operators are no customers: a customer's token opens none of these, whatever a service forgot to say. */
    private static final String OPERATORS = "/api/*/operator/**";

    @Bean
    IssuerKeys issuerKeys(SecurityProperties properties, ObjectProvider<JWKSource<SecurityContext>> ownKeys) {
        return new IssuerKeys(ownKeys.getIfAvailable(() -> AccessTokenRules.keysAt(properties.jwkSetUri())));
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder accessTokenDecoder(
            SecurityProperties properties,
            Clock clock,
            IssuerKeys keys,
            ObjectProvider<RevokedSessions> revoked,
            ObjectProvider<MeterRegistry> registry) {
        VerifiedTokens tokens = new VerifiedTokens(
                AccessTokenRules.decoder(keys.source(), properties, clock),
                session -> revoked.stream().anyMatch(list -> list.revoked(session)),
                clock,
                properties);
        registry.ifAvailable(tokens::bindTo);
        return tokens;
    }

    /** Besides Spring's own checks of the URL: parameters the database could not store. */
    @Bean
    @ConditionalOnMissingBean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(Text::storable);
        firewall.setAllowedParameterValues(Text::storable);
        return firewall;
    }

    @Bean
    PublicPaths publicPaths(SecurityProperties properties) {
        return new PublicPaths(properties.publicPaths());
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter problems) {
        return new SecurityProblems(problems);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    @ConditionalOnMissingBean(name = "resourceServerChain")
    SecurityFilterChain resourceServerChain(
            HttpSecurity http,
            SecurityProperties properties,
            PublicPaths publicPaths,
            JwtDecoder decoder,
            SecurityProblems problems) {
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers(publicPaths.matchers())
                            .permitAll()
                            .requestMatchers(HttpMethod.GET, "/v3/api-docs")
                            .permitAll();
                    properties
                            .scopes()
                            .forEach((path, scope) ->
                                    requests.requestMatchers(path).hasAuthority("SCOPE_" + scope));
                    requests.requestMatchers(OPERATORS)
                            .denyAll()
                            .requestMatchers("/api/**", "/internal/**")
                            .hasAuthority(SCOPE)
                            .anyRequest()
                            .denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(new UnreachableKeysAnswered(problems)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(properties.contentSecurityPolicy()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    WebMvcConfigurer currentUserArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserResolver());
            }
        };
    }

    /** Without it, keys that cannot be fetched would end as 500. */
    private record UnreachableKeysAnswered(SecurityProblems problems)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(problems);
            return filter;
        }
    }
}
