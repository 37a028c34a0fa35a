package io.abonent.identity.token;

import io.abonent.identity.token.ClientsProperties.Client;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The clients of the configuration, as Spring's authorization server wants them. */
@Component
public class Clients implements RegisteredClientRepository {

    private final Map<String, RegisteredClient> registered;
    private final Set<String> firstParty;

    Clients(ClientsProperties properties, TokenProperties terms) {
        this.registered = properties.clients().entrySet().stream()
                .map(entry -> register(entry.getKey(), entry.getValue(), terms))
                .collect(Collectors.toUnmodifiableMap(RegisteredClient::getClientId, client -> client));
        this.firstParty = properties.clients().entrySet().stream()
                .filter(entry -> entry.getValue().firstParty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RegisteredClient register(String clientId, Client client, TokenProperties terms) {
        URI keys = client.jwkSetUri();
        ClientSettings.Builder settings =
                ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false);
        if (keys != null) {
            settings.jwkSetUrl(keys.toString()).tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256);
        }
        RegisteredClient.Builder builder = RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientAuthenticationMethod(
                        keys == null ? ClientAuthenticationMethod.NONE : ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .clientSettings(settings.build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(terms.codeLifetime())
                        .accessTokenTimeToLive(terms.accessLifetime())
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build());
        client.redirectUris().forEach(uri -> builder.redirectUri(uri.toString()));
        return builder.build();
    }

    /** For the challenge endpoint. */
    public Optional<FirstPartyClient> firstParty(String clientId) {
        return Optional.ofNullable(firstParty.contains(clientId) ? registered.get(clientId) : null)
                .map(client -> new FirstPartyClient(clientId, new LinkedHashSet<>(client.getScopes())));
    }

    /** @param scopes all it may ask for */
    public record FirstPartyClient(String clientId, Set<String> scopes) {}

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return registered.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return registered.get(clientId);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients come from the configuration");
    }
}
