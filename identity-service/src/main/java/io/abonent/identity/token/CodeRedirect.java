package io.abonent.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Sends the browser back with its code, and says who sent it: {@code iss} against mix-up (RFC 9207). */
class CodeRedirect implements AuthenticationSuccessHandler {

    private final String issuer;

    CodeRedirect(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuth2AuthorizationCodeRequestAuthenticationToken granted =
                (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        OAuth2AuthorizationCode code = granted.getAuthorizationCode();
        String redirectUri = granted.getRedirectUri();
        if (code == null || redirectUri == null) {
            throw new IllegalStateException("a granted request without code or address");
        }
        UriComponentsBuilder target = UriComponentsBuilder.fromUriString(redirectUri)
                .queryParam("code", code.getTokenValue())
                .queryParam("iss", UriUtils.encode(issuer, StandardCharsets.UTF_8));
        String state = granted.getState();
        if (state != null) {
            target.queryParam("state", UriUtils.encode(state, StandardCharsets.UTF_8));
        }
        response.sendRedirect(target.build(true).toUriString());
    }
}
