package io.abonent.account.access;

import io.abonent.account.supplier.AccessMethodRule;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a person copies from a bill or a meter's plate: lower case, gaps and letters of the wrong alphabet are no
 * mistakes. Lives as long as the request and is written nowhere.
 */
final class AccessSecret {

    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\s\\p{Pd}\\u2212\\p{Cf}]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final String CYRILLIC = "АВЕКМНОРСТУХІЅЈ";
    private static final String LATIN = "ABEKMHOPCTYXISJ";

    private AccessSecret() {}

    /** @return the secret as the supplier keeps it; empty if it cannot be one */
    static Optional<String> normalised(String typed, AccessMethodRule rule) {
        String gapless =
                GAPS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
        String secret = switch (rule.method()) {
            case PIN -> gapless;
            case METER_SERIAL -> serial(gapless, rule.ignoreLeadingZeros());
        };
        return Pattern.matches(rule.mask(), secret) ? Optional.of(secret) : Optional.empty();
    }

    private static String serial(String gapless, boolean ignoreLeadingZeros) {
        StringBuilder latin = new StringBuilder(gapless.length());
        gapless.toUpperCase(Locale.ROOT).codePoints().forEach(c -> {
            int twin = CYRILLIC.indexOf(c);
            latin.appendCodePoint(twin < 0 ? c : LATIN.charAt(twin));
        });
        return ignoreLeadingZeros ? LEADING_ZEROS.matcher(latin).replaceFirst("") : latin.toString();
    }
}
