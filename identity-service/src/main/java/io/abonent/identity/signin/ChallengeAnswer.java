package io.abonent.identity.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Of the challenge endpoint (draft-ietf-oauth-first-party-apps).
 *
 * @param code beside {@code error}: the stable code of the same refusal elsewhere, for the gateway's own texts
 */
record ChallengeAnswer(
        @JsonProperty("authorization_code") @Nullable String authorizationCode,
        @Nullable String error,
        @JsonProperty("error_description") @Nullable String errorDescription,
        @JsonProperty("auth_session") @Nullable String authSession,
        @Nullable String code) {

    static ChallengeAnswer granted(String authorizationCode) {
        return new ChallengeAnswer(authorizationCode, null, null, null, null);
    }

    static ChallengeAnswer invalid(String error, String description) {
        return new ChallengeAnswer(null, error, description, null, null);
    }

    static ChallengeAnswer refused(String error, String description, String authSession, @Nullable String code) {
        return new ChallengeAnswer(null, error, description, authSession, code);
    }

    @Override
    public String toString() {
        return "ChallengeAnswer[" + error + "]";
    }
}
