package io.abonent.gateway.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Money, volumes and telephone numbers as people read them. Nothing of this breaks over two lines. */
final class WrittenNumbers {

    private static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';

    /** UCUM codes of the wire; what is not here is shown as it came. */
    private static final Map<String, String> RUSSIAN_UNITS =
            Map.of("m3", "м³", "kW.h", "кВт·ч", "kWh", "кВт·ч", "Gcal", "Гкал", "l", "л");

    private static final Map<String, String> ENGLISH_UNITS =
            Map.of("m3", "m³", "kW.h", "kWh", "kWh", "kWh", "Gcal", "Gcal", "l", "l");

    private WrittenNumbers() {}

    static String money(long minor, String currencyCode, Locale locale) {
        Currency currency = Currency.getInstance(currencyCode);
        int digits = currency.getDefaultFractionDigits();
        String number = number(BigDecimal.valueOf(minor, digits), digits, locale);
        String sign = currencyCode.equals("RUB") ? "₽" : currencyCode;
        if (Plural.russian(locale)) {
            return number + NO_BREAK + sign;
        }
        if (!currencyCode.equals("RUB")) {
            return sign + NO_BREAK + number;
        }
        return minor < 0 ? MINUS + sign + number.substring(1) : sign + number;
    }

    /** As it is typed into a field: without the currency, and without groups, which a correction would break up. */
    static String typed(long minor, String currencyCode, Locale locale) {
        int digits = Currency.getInstance(currencyCode).getDefaultFractionDigits();
        String plain = BigDecimal.valueOf(minor, digits).toPlainString();
        return Plural.russian(locale) ? plain.replace('.', ',') : plain;
    }

    static String volume(BigDecimal value, String unit, Locale locale) {
        return number(value, 0, locale) + NO_BREAK + unit(unit, locale);
    }

    static String unit(String unit, Locale locale) {
        return (Plural.russian(locale) ? RUSSIAN_UNITS : ENGLISH_UNITS).getOrDefault(unit, unit);
    }

    /** {@code +79123456789} becomes {@code +7 912 345-67-89}; what does not look like that stays as it is. */
    static String phone(String number) {
        if (!number.matches("\\+7[\\d*•]{10}")) {
            return number;
        }
        return "+7" + NO_BREAK + number.substring(2, 5) + NO_BREAK + number.substring(5, 8) + '-'
                + number.substring(8, 10) + '-' + number.substring(10);
    }

    static String number(BigDecimal value, int fractionDigits, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign(MINUS);
        symbols.setGroupingSeparator(Plural.russian(locale) ? NO_BREAK : ',');
        symbols.setDecimalSeparator(Plural.russian(locale) ? ',' : '.');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(fractionDigits);
        format.setMaximumFractionDigits(Math.max(fractionDigits, 3));
        return format.format(value);
    }
}
