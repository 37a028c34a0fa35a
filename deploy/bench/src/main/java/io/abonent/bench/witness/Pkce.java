package io.abonent.bench.witness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The two forms of a sign-in of a first-party client: the challenge with the password, then the code for tokens (RFC 7636). */
public record Pkce(String verifier) {

    public Map<String, String> challenge(String client, String login, String password) {
        return Map.of(
                "client_id",
                client,
                "username",
                login,
                "password",
                password,
                "scope",
                "openid cabinet offline_access",
                "code_challenge",
                s256(),
                "code_challenge_method",
                "S256");
    }

    public Map<String, String> exchange(String client, String code) {
        return Map.of("grant_type", "authorization_code", "client_id", client, "code", code, "code_verifier", verifier);
    }

    private String s256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
