package io.abonent.gateway.service;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Adds the person's access token. A call whose token is refused was not acted on, so it may be made again with a new one,
 * once.
 */
final class OnBehalf implements ClientHttpRequestInterceptor {

    private final AccessTokens tokens;

    OnBehalf(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        GrantId grant = Caller.current().grant();
        if (grant == null) {
            return execution.execute(request, body);
        }
        String token = tokens.of(grant);
        request.getHeaders().setBearerAuth(token);
        ClientHttpResponse response = execution.execute(request, body);
        if (!response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            return response;
        }
        response.close();
        request.getHeaders().setBearerAuth(tokens.insteadOf(grant, token));
        ClientHttpResponse second = execution.execute(request, body);
        if (second.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            second.close();
            throw new SessionOver("refused with a fresh token");
        }
        return second;
    }
}
