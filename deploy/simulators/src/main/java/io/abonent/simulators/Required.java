package io.abonent.simulators;

import org.jspecify.annotations.Nullable;

/** A start without a secret fails and says which one is missing (F-24). */
public final class Required {

    private Required() {}

    public static String setting(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " must be set");
        }
        return value;
    }
}
