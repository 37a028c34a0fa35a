package io.abonent.gateway.payment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as people type it: {@code 1 234,56}, {@code 1234.5}, {@code 1.234,56 руб.}. What could mean two things is not
 * guessed: {@code 1,234} is a thousand to some and one rouble to others.
 */
sealed interface TypedAmount {

    record Amount(long minor) implements TypedAmount {}

    record Unreadable(Why why) implements TypedAmount {}

    /** The names are keys of {@code messages/payment}. */
    enum Why {
        EMPTY,
        NOT_A_NUMBER,
        TOO_MANY_DECIMALS,
        NOT_POSITIVE,
        TOO_LARGE
    }

    int FRACTION_DIGITS = 2;

    static TypedAmount of(@Nullable String typed) {
        String plain = plain(typed == null ? "" : typed);
        if (plain.isEmpty()) {
            return new Unreadable(Why.EMPTY);
        }
        if (plain.matches("-[\\d.,]+")) {
            return new Unreadable(Why.NOT_POSITIVE);
        }
        return read(plain);
    }

    private static TypedAmount read(String plain) {
        Matcher parts = Parts.AMOUNT.matcher(plain);
        if (!parts.matches()) {
            return new Unreadable(Why.NOT_A_NUMBER);
        }
        String whole = parts.group("whole").replaceAll("[.,]", "");
        String fraction = parts.group("fraction") == null ? "" : parts.group("fraction");
        if (fraction.length() > FRACTION_DIGITS) {
            return new Unreadable(Why.TOO_MANY_DECIMALS);
        }
        if (whole.length() > Parts.LONGEST) {
            return new Unreadable(Why.TOO_LARGE);
        }
        BigDecimal amount = new BigDecimal(whole + "." + (fraction.isEmpty() ? "0" : fraction));
        long minor = amount.movePointRight(FRACTION_DIGITS).longValueExact();
        return minor == 0 ? new Unreadable(Why.NOT_POSITIVE) : new Amount(minor);
    }

    /** Without spaces of any kind and without the currency; full-width digits are digits. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}'’]", "")
                .replace('\u2212', '-')
                .replaceFirst("(?iu)(₽|руб(\\.|лей|ля|ль)?|р\\.?|rub)$", "")
                .replaceFirst("^₽", "");
    }

    /** Groups only where they cannot be decimals: at least two of one separator, or another one for the decimals. */
    final class Parts {
        private static final int LONGEST = 12;
        private static final Pattern AMOUNT = Pattern.compile("(?<whole>\\d+|\\d{1,3}(?:\\.\\d{3})+(?=,|$)"
                + "|\\d{1,3}(?:,\\d{3})+(?=\\.|$))(?:[.,](?<fraction>\\d*))?");

        private Parts() {}
    }
}
