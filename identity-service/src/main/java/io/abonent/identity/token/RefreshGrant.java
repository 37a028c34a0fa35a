package io.abonent.identity.token;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;

/** {@code grant_type=refresh_token}, rotating for public clients too (RFC 9700 §4.14). */
class RefreshGrant implements AuthenticationProvider {

    private final Grants grants;

    RefreshGrant(Grants grants) {
        this.grants = grants;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2RefreshTokenAuthenticationToken request = (OAuth2RefreshTokenAuthenticationToken) authentication;
        return grants.byRefreshToken(
                CodeGrant.client(request.getPrincipal()),
                request.getRefreshToken(),
                request.getScopes(),
                DeviceDetails.of(request));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2RefreshTokenAuthenticationToken.class.isAssignableFrom(type);
    }
}
