package io.abonent.identity.login;

import java.text.Normalizer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what a person typed. However a login is written, it comes out in one form, or not at all. */
@Component
public class Logins {

    private static final int LONGEST_INPUT = 320;

    private final PhoneRule phones;

    Logins(LoginProperties properties) {
        this.phones = new PhoneRule(properties.phoneRegions());
    }

    public Optional<Login> read(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String clean = withoutInvisible(Normalizer.normalize(typed, Normalizer.Form.NFKC));
        return clean.indexOf('@') >= 0 ? EmailRule.read(clean) : phones.read(clean);
    }

    /** Drops what cannot be seen (zero-width, direction marks) and the spaces around; refuses nothing. */
    private static String withoutInvisible(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .map(point -> Character.isSpaceChar(point) ? ' ' : point)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
