package io.abonent.identity.signin;

import io.abonent.identity.token.Clients.FirstPartyClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form of the challenge endpoint, each parameter at most once. */
record ChallengeRequest(MultiValueMap<String, String> form) {

    private static final Pattern S256 = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_LOGIN = 320;
    private static final int LONGEST_PASSWORD = 256;

    boolean isWellFormed() {
        return form.values().stream().allMatch(values -> values.size() == 1)
                && length("username") <= LONGEST_LOGIN
                && length("password") <= LONGEST_PASSWORD;
    }

    private int length(String name) {
        return get(name).map(String::length).orElse(0);
    }

    Optional<String> get(String name) {
        @Nullable String value = form.getFirst(name);
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    /** Only S256 is known: plain would be a downgrade (RFC 9700 §2.1.1). */
    Optional<String> codeChallenge() {
        return get("code_challenge")
                .filter(challenge -> S256.matcher(challenge).matches())
                .filter(challenge -> "S256".equals(get("code_challenge_method").orElse("")));
    }

    /** @return what was asked for, all the client may have if nothing was, and empty if it was too much */
    Optional<Set<String>> scopes(FirstPartyClient client) {
        Set<String> asked = get("scope")
                .<Set<String>>map(
                        scope -> new LinkedHashSet<>(List.of(scope.strip().split(" +", -1))))
                .orElse(client.scopes());
        return client.scopes().containsAll(asked) ? Optional.of(asked) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ChallengeRequest[hidden]";
    }
}
