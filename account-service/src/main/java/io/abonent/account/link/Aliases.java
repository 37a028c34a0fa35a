package io.abonent.account.link;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Names people give to their accounts. */
final class Aliases {

    private Aliases() {}

    /** One form for one name, no invisible characters that could turn a message about it upside down; blank is none. */
    static @Nullable String clean(@Nullable String alias) {
        if (alias == null) {
            return null;
        }
        String clean = Normalizer.normalize(alias, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}]", " ")
                .strip();
        return clean.isEmpty() ? null : clean;
    }
}
