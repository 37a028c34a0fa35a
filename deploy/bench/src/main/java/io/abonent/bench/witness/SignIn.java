package io.abonent.bench.witness;

import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.witness.Client.Request;
import io.abonent.bench.witness.Notebook.Meaning;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** First-party challenge with PKCE, then the tokens; kept until they are about to end. */
final class SignIn {

    private static final long TOKEN_SECONDS = 240;

    private final Client client;
    private final Notebook notebook;
    private final String phone;
    private final String password;
    private String token = "";
    private String refreshToken = "";
    private long until;

    SignIn(Client client, Notebook notebook, String phone, String password) {
        this.client = client;
        this.notebook = notebook;
        this.phone = phone;
        this.password = password;
    }

    /** An access token; empty when the house cannot give one now. */
    String token(String verifier) throws InterruptedException {
        if (token.isEmpty() || System.nanoTime() > until) {
            again(verifier);
        }
        return token;
    }

    String refreshToken() {
        return refreshToken;
    }

    void forget() {
        token = "";
    }

    boolean again(String verifier) throws InterruptedException {
        token = "";
        Request challenge = Request.form(
                "identity",
                "/oauth2/authorize-challenge",
                Map.of(
                        "client_id",
                        "local-demo",
                        "username",
                        phone,
                        "password",
                        password,
                        "scope",
                        "openid cabinet offline_access",
                        "code_challenge",
                        s256(verifier),
                        "code_challenge_method",
                        "S256"));
        Notebook.Result result = notebook.perform(
                phone, Kind.SIGN_IN, phone, challenge, request -> tokens(request, verifier), (answer, unknown) -> {
                    if (answer.ok()) {
                        return new Meaning.Yes(session(answer.text("access_token")));
                    }
                    // Also a code whose exchange was cut off: the next try asks for a new one.
                    return new Meaning.Again();
                });
        if (result.verdict() == Verdict.OK) {
            token = result.answer().text("access_token");
            refreshToken = result.answer().text("refresh_token");
            until = System.nanoTime() + TOKEN_SECONDS * 1_000_000_000L;
        }
        return !token.isEmpty();
    }

    private Answer tokens(Request challenge, String verifier) throws InterruptedException {
        Answer code = client.send(challenge, null);
        if (!code.ok()) {
            return code;
        }
        Request exchange = Request.form(
                "identity",
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "local-demo",
                        "code",
                        code.text("authorization_code"),
                        "code_verifier",
                        verifier));
        return client.send(exchange, null);
    }

    private static String session(String accessToken) {
        String body = accessToken.substring(accessToken.indexOf('.') + 1, accessToken.lastIndexOf('.'));
        String claims = new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8);
        JsonNode sid = Client.JSON.readTree(claims).path("sid");
        return sid.asString("");
    }

    private static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
