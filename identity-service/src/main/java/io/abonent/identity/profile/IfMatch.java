package io.abonent.identity.profile;

import org.jspecify.annotations.Nullable;

/** The version somebody looked at. */
final class IfMatch {

    private static final long NEVER_GIVEN = -1;

    private IfMatch() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** @return null if any version will do */
    static @Nullable Long version(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(header.replace("\"", "").strip());
        } catch (NumberFormatException notOurs) {
            // An ETag this service never gave cannot be the current one.
            return NEVER_GIVEN;
        }
    }
}
