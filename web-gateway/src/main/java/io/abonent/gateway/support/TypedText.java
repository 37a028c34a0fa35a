package io.abonent.gateway.support;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, and whether it can be sent.
 *
 * @param value with the line ends of the wire: browsers send two characters for each, which the limit would count
 */
record TypedText(String value) {

    /** As notification-service takes it. */
    static final int LONGEST = 4000;

    static TypedText of(@Nullable String typed) {
        return new TypedText(typed == null ? "" : typed.replace("\r\n", "\n").strip());
    }

    /** @return the key of the text that says what is wrong, or nothing */
    @Nullable
    String wrong() {
        if (value.isEmpty()) {
            return "support.text.empty";
        }
        return value.length() > LONGEST ? "support.text.long" : null;
    }
}
