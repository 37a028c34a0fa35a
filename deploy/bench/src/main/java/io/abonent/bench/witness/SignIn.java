package io.abonent.bench.witness;

import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.witness.Client.Request;
import io.abonent.bench.witness.Notebook.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** First-party challenge with PKCE, then the tokens; kept until they are about to end. */
final class SignIn {

    private static final long TOKEN_SECONDS = 240;
    private static final String CLIENT = "local-demo";

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
        Pkce pkce = new Pkce(verifier);
        Request challenge =
                Request.form("identity", "/oauth2/authorize-challenge", pkce.challenge(CLIENT, phone, password));
        Notebook.Result result = notebook.perform(
                phone, Kind.SIGN_IN, phone, challenge, request -> tokens(request, pkce), (answer, unknown) -> {
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

    private Answer tokens(Request challenge, Pkce pkce) throws InterruptedException {
        Answer code = client.send(challenge, null);
        if (!code.ok()) {
            return code;
        }
        Request exchange =
                Request.form("identity", "/oauth2/token", pkce.exchange(CLIENT, code.text("authorization_code")));
        return client.send(exchange, null);
    }

    private static String session(String accessToken) {
        String body = accessToken.substring(accessToken.indexOf('.') + 1, accessToken.lastIndexOf('.'));
        String claims = new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8);
        JsonNode sid = Client.JSON.readTree(claims).path("sid");
        return sid.asString("");
    }
}
