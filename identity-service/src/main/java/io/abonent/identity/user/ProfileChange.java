package io.abonent.identity.user;

import org.jspecify.annotations.Nullable;

/** What is to change: null stays as it is, empty is removed. The language cannot be removed. */
public record ProfileChange(
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String displayName,
        @Nullable String locale,
        @Nullable String timeZone) {

    @Override
    public String toString() {
        return "ProfileChange[hidden]";
    }
}
