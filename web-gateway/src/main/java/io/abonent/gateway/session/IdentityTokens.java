package io.abonent.gateway.session;

import com.nimbusds.jose.jwk.ECKey;
import io.abonent.gateway.service.Connections;
import io.abonent.gateway.service.Service;
import io.abonent.gateway.service.ServicesProperties;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Tokens for codes and tokens for tokens, as a confidential client (private_key_jwt, RFC 7523). */
@Component
class IdentityTokens {

    private final ClientRegistration client;
    private final RestClient http;
    private final RestClientAuthorizationCodeTokenResponseClient codes;
    private final RestClientRefreshTokenTokenResponseClient refreshes;
    private final NimbusJwtClientAuthenticationParametersConverter<OAuth2RefreshTokenGrantRequest> proof;
    private final String issuer;
    private final Clock clock;

    IdentityTokens(
            Connections connections,
            ServicesProperties services,
            ClientProperties properties,
            @Value("${abonent.security.issuer}") String issuer,
            Clock clock) {
        this.client = registration(properties, services.identity(), issuer);
        this.http = connections.plain(Service.IDENTITY);
        this.issuer = issuer;
        this.clock = clock;
        RestClient tokens = connections
                .prompt(Service.IDENTITY)
                .mutate()
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
        ECKey key = properties.key();
        this.codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(tokens);
        codes.addParametersConverter(proof(key, issuer));
        this.refreshes = new RestClientRefreshTokenTokenResponseClient();
        refreshes.setRestClient(tokens);
        this.proof = proof(key, issuer);
        refreshes.addParametersConverter(proof);
    }

    /** The audience is the issuer, by whatever inner address the service is reached. */
    private static <
                    T extends
                            org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest>
            NimbusJwtClientAuthenticationParametersConverter<T> proof(ECKey key, String issuer) {
        var converter = new NimbusJwtClientAuthenticationParametersConverter<T>(registration -> key);
        converter.setJwtClientAssertionCustomizer(context -> context.getClaims().audience(List.of(issuer)));
        return converter;
    }

    private static ClientRegistration registration(ClientProperties properties, URI identity, String issuer) {
        return ClientRegistration.withRegistrationId("identity")
                .clientId(properties.id())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(identity + "/oauth2/authorize")
                .tokenUri(identity + "/oauth2/token")
                .issuerUri(issuer)
                .redirectUri(issuer)
                .scope(properties.scopes())
                .build();
    }

    /** Code and verifier are all that is sent: the address of the browser flow, which Spring wants to know, is not. */
    Tokens redeem(String code, String verifier) {
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(issuer)
                .attributes(attributes -> attributes.put(PkceParameterNames.CODE_VERIFIER, verifier))
                .build();
        OAuth2AuthorizationResponse response =
                OAuth2AuthorizationResponse.success(code).redirectUri(issuer).build();
        return tokens(codes.getTokenResponse(
                new OAuth2AuthorizationCodeGrantRequest(client, new OAuth2AuthorizationExchange(request, response))));
    }

    Tokens refresh(Tokens old) {
        Instant now = clock.instant();
        OAuth2AccessToken access =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, old.access(), now.minusSeconds(1), now);
        return tokens(refreshes.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(client, access, new OAuth2RefreshToken(old.refresh(), now))));
    }

    /** RFC 7009: ends the whole session there. Repeating it does no harm. */
    void revoke(Tokens tokens) {
        Instant now = clock.instant();
        OAuth2RefreshTokenGrantRequest request = new OAuth2RefreshTokenGrantRequest(
                client,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, tokens.access(), now.minusSeconds(1), now),
                new OAuth2RefreshToken(tokens.refresh(), now));
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.addAll(Objects.requireNonNull(proof.convert(request)));
        form.set("client_id", client.getClientId());
        form.set("token", tokens.refresh());
        http.post().uri("/oauth2/revoke").body(form).retrieve().toBodilessEntity();
    }

    private static Tokens tokens(OAuth2AccessTokenResponse response) {
        OAuth2AccessToken access = response.getAccessToken();
        return new Tokens(
                access.getTokenValue(),
                Objects.requireNonNull(access.getExpiresAt()),
                Objects.requireNonNull(response.getRefreshToken()).getTokenValue());
    }
}
