package io.abonent.identity.user;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about themselves; nothing in the cabinet waits for any of it. Never in an event.
 *
 * @param displayName how the person wants to be addressed
 * @param timeZone IANA name
 */
@Embeddable
public record Profile(
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String displayName,
        @Nullable String timeZone) {

    static Profile empty() {
        return new Profile(null, null, null, null, null);
    }

    @Override
    public String toString() {
        return "Profile[hidden]";
    }
}
