package io.abonent.gateway.session;

import java.time.Instant;

/** What identity-service gave for one sign-in. */
record Tokens(String access, Instant accessExpiresAt, String refresh) {

    @Override
    public String toString() {
        return "Tokens[hidden]";
    }
}
