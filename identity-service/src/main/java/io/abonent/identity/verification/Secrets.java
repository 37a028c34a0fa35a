package io.abonent.identity.verification;

import org.jspecify.annotations.Nullable;

/**
 * What is sent to a target and kept nowhere in clear.
 *
 * @param code null if the owner is only told
 * @param linkToken null where no link is sent
 */
record Secrets(@Nullable String code, @Nullable String linkToken) {

    static Secrets none() {
        return new Secrets(null, null);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
