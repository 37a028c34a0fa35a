package io.abonent.identity.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** {@code grant_type=authorization_code}, always with PKCE. */
class CodeGrant implements AuthenticationProvider {

    private final Grants grants;

    CodeGrant(Grants grants) {
        this.grants = grants;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2AuthorizationCodeAuthenticationToken request =
                (OAuth2AuthorizationCodeAuthenticationToken) authentication;
        Map<String, Object> parameters = request.getAdditionalParameters();
        return grants.byCode(
                client(request.getPrincipal()),
                request.getCode(),
                request.getRedirectUri(),
                text(parameters.get(PkceParameterNames.CODE_VERIFIER)),
                DeviceDetails.of(request));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2AuthorizationCodeAuthenticationToken.class.isAssignableFrom(type);
    }

    static OAuth2ClientAuthenticationToken client(@Nullable Object principal) {
        if (principal instanceof OAuth2ClientAuthenticationToken client) {
            return client;
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
