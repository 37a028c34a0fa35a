package io.abonent.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A public client names itself and proves nothing: the code's PKCE verifier and the rotating refresh token do. Spring's
 * own knows it for the code grant only; refreshing and signing out need it too. Introspection stays closed to it.
 */
class PublicClientAuthentication implements AuthenticationConverter, AuthenticationProvider {

    private static final Set<String> PATHS = Set.of("/oauth2/token", "/oauth2/revoke");
    private static final Set<String> PROOFS_OF_CONFIDENTIAL_CLIENTS =
            Set.of("client_secret", "client_assertion", "client_assertion_type");

    private final RegisteredClientRepository clients;

    PublicClientAuthentication(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Map<String, String[]> parameters = request.getParameterMap();
        if (!PATHS.contains(request.getServletPath())
                || request.getHeader("Authorization") != null
                || parameters.keySet().stream().anyMatch(PROOFS_OF_CONFIDENTIAL_CLIENTS::contains)) {
            return null;
        }
        String[] clientId = parameters.get(OAuth2ParameterNames.CLIENT_ID);
        if (clientId == null || clientId.length != 1 || clientId[0].isBlank()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return new OAuth2ClientAuthenticationToken(clientId[0], ClientAuthenticationMethod.NONE, null, null);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        OAuth2ClientAuthenticationToken claimed = (OAuth2ClientAuthenticationToken) authentication;
        if (!ClientAuthenticationMethod.NONE.equals(claimed.getClientAuthenticationMethod())) {
            return null;
        }
        RegisteredClient client = clients.findByClientId(String.valueOf(claimed.getPrincipal()));
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }
}
