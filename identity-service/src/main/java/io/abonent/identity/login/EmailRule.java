package io.abonent.identity.login;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that a mail server of today accepts: an ASCII local part and a domain in any script. Upper and lower case are
 * one address; look-alikes of other scripts in the local part are refused instead of guessed.
 */
final class EmailRule {

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    /** Without nested repetition, so that no input is expensive. */
    private static final Pattern LOCAL_PART = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]+");

    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{1,59}");

    private EmailRule() {}

    static Optional<Login> read(String typed) {
        int at = typed.indexOf('@');
        if (at <= 0 || at != typed.lastIndexOf('@')) {
            return Optional.empty();
        }
        String local = typed.substring(0, at).toLowerCase(Locale.ROOT);
        Optional<String> domain = asciiDomain(typed.substring(at + 1));
        if (!isLocalPart(local) || domain.isEmpty()) {
            return Optional.empty();
        }
        String address = local + "@" + domain.get();
        if (address.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        String display = local + "@" + IDN.toUnicode(domain.get());
        return Optional.of(new Login(LoginType.EMAIL, address, display));
    }

    private static boolean isLocalPart(String local) {
        return local.length() <= LONGEST_LOCAL_PART
                && LOCAL_PART.matcher(local).matches()
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..");
    }

    private static Optional<String> asciiDomain(String domain) {
        if (domain.isEmpty() || domain.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(domain.toLowerCase(Locale.ROOT), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
            int dot = ascii.lastIndexOf('.');
            boolean named =
                    dot > 0 && TOP_LEVEL.matcher(ascii.substring(dot + 1)).matches();
            return named ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
