package io.abonent.gateway.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.abonent.gateway.service.Connections;
import io.abonent.gateway.service.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** The first-party challenge: a login and a password for a code that only this gateway can redeem (PKCE). */
@Component
class Challenge {

    private static final Base64StringKeyGenerator VERIFIERS =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 48);

    sealed interface Outcome {

        record Code(String value, String verifier) implements Outcome {
            @Override
            public String toString() {
                return "Code[hidden]";
            }
        }

        /** @param code {@code BAD_CREDENTIALS}, {@code USER_LOCKED}, {@code USER_BLOCKED}, {@code RATE_LIMITED} … */
        record Refused(String code, @Nullable Duration retryAfter) implements Outcome {}
    }

    /** As identity-service answers. */
    record Body(
            @JsonProperty("authorization_code") @Nullable String authorizationCode,
            @Nullable String error,
            @Nullable String code) {}

    private final RestClient http;
    private final ClientProperties client;

    Challenge(Connections connections, ClientProperties client) {
        this.http = connections.plain(Service.IDENTITY);
        this.client = client;
    }

    Outcome answer(String login, String password) {
        String verifier = VERIFIERS.generateKey();
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.set("client_id", client.id());
        form.set("username", login);
        form.set("password", password);
        form.set("scope", String.join(" ", client.scopes()));
        form.set("code_challenge", s256(verifier));
        form.set("code_challenge_method", "S256");
        return http.post()
                .uri("/oauth2/authorize-challenge")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchangeForRequiredValue((request, response) -> {
                    Body body = response.bodyTo(Body.class);
                    String code = body == null ? null : body.authorizationCode();
                    if (response.getStatusCode().isSameCodeAs(HttpStatus.OK) && code != null) {
                        return new Outcome.Code(code, verifier);
                    }
                    String why = body == null || body.code() == null ? "TEMPORARILY_UNAVAILABLE" : body.code();
                    return new Outcome.Refused(why, retryAfter(response.getHeaders()));
                });
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,7}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
