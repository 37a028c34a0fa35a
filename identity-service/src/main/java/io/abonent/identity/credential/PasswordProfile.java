package io.abonent.identity.credential;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Which passwords may be chosen. */
public enum PasswordProfile {
    /** The customer's instruction: five to ten Latin letters and digits, any combination. */
    INSTRUCTION(Pattern.compile("[A-Za-z0-9]{5,10}")) {
        @Override
        boolean allowsOtherScripts() {
            return false;
        }
    },
    /** NIST SP 800-63B-4: long, anything printable. */
    STRICT(Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{15,64}")) {
        @Override
        boolean allowsOtherScripts() {
            return true;
        }
    };

    private final Pattern pattern;

    PasswordProfile(Pattern pattern) {
        this.pattern = pattern;
    }

    boolean matches(String password) {
        return pattern.matcher(Normalizer.normalize(password, Normalizer.Form.NFKC))
                        .matches()
                && (allowsOtherScripts() || pattern.matcher(password).matches());
    }

    abstract boolean allowsOtherScripts();
}
