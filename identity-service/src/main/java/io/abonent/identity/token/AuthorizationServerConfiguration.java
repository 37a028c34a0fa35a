package io.abonent.identity.token;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2RefreshTokenAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Spring's authorization server with our grants, clients, keys and store. No password grant, no implicit grant. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuthorizationServerConfiguration {

    private static final String CHALLENGE_PATH = "/oauth2/authorize-challenge";

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IssuerProperties issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer.issuer()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http,
            Grants grants,
            Clients clients,
            SignedInCookie cookie,
            IssuerProperties issuer,
            JwtDecoder decoder) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            configure(server, new PublicClientAuthentication(clients), grants, issuer);
        });
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder)))
                .addFilterBefore(new SignedInFilter(cookie), AbstractPreAuthenticatedProcessingFilter.class)
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        toSignIn(), PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/oauth2/authorize")))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void configure(
            OAuth2AuthorizationServerConfigurer server,
            PublicClientAuthentication publicClients,
            Grants grants,
            IssuerProperties issuer) {
        server.oidc(oidc -> oidc.providerConfigurationEndpoint(metadata -> metadata.providerConfigurationCustomizer(
                        provider -> provider.grantTypes(AuthorizationServerConfiguration::ours)
                                .claim("authorization_challenge_endpoint", issuer.issuer() + CHALLENGE_PATH))))
                .authorizationServerMetadataEndpoint(metadata -> metadata.authorizationServerMetadataCustomizer(
                        provider -> provider.grantTypes(AuthorizationServerConfiguration::ours)
                                .claim("authorization_challenge_endpoint", issuer.issuer() + CHALLENGE_PATH)
                                .claim("authorization_response_iss_parameter_supported", true)))
                .clientAuthentication(client -> client.authenticationConverters(converters -> {
                            converters.removeIf(one -> !(one instanceof JwtClientAssertionAuthenticationConverter));
                            converters.add(publicClients);
                        })
                        .authenticationProviders(providers -> {
                            providers.removeIf(PublicClientAuthenticationProvider.class::isInstance);
                            providers.add(publicClients);
                        }))
                .tokenEndpoint(tokens -> tokens.accessTokenRequestConverters(converters -> {
                            converters.clear();
                            converters.add(new OAuth2AuthorizationCodeAuthenticationConverter());
                            converters.add(new OAuth2RefreshTokenAuthenticationConverter());
                        })
                        .authenticationProviders(providers -> {
                            providers.clear();
                            providers.addAll(
                                    List.<AuthenticationProvider>of(new CodeGrant(grants), new RefreshGrant(grants)));
                        }))
                .authorizationEndpoint(
                        authorization -> authorization.authorizationResponseHandler(new CodeRedirect(issuer.issuer())))
                .withObjectPostProcessor(new WithoutHttpSession());
    }

    private static void ours(List<String> grantTypes) {
        grantTypes.retainAll(List.of(
                AuthorizationGrantType.AUTHORIZATION_CODE.getValue(), AuthorizationGrantType.REFRESH_TOKEN.getValue()));
    }

    private static AuthenticationEntryPoint toSignIn() {
        return (request, response, failure) -> {
            String back = request.getRequestURI() + "?" + request.getQueryString();
            response.sendRedirect("/sign-in?continue=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        };
    }

    /** Spring would remember OpenID sessions in memory, under the id of an HTTP session that we do not have. */
    private static final class WithoutHttpSession implements ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> {

        @Override
        public <O extends OAuth2AuthorizationEndpointFilter> O postProcess(O filter) {
            filter.setSessionAuthenticationStrategy((authentication, request, response) -> {});
            return filter;
        }
    }
}
