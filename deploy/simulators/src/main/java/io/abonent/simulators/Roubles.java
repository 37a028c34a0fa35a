package io.abonent.simulators;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Money the way a Russian reader expects it. */
public final class Roubles {

    private static final char NO_BREAK_SPACE = '\u00A0';

    private Roubles() {}

    /** {@code 1 234,56}, without the sign of the currency. */
    public static String format(long minor) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.of("ru"));
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        return new DecimalFormat("#,##0.00", symbols).format(BigDecimal.valueOf(minor, 2));
    }
}
