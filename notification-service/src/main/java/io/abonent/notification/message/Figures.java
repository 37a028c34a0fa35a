package io.abonent.notification.message;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;

/** Sums, dates and quantities as people write them: {@code 1 234,56 ₽}, {@code 25 ноября}. */
final class Figures {

    /** A sum must not be torn apart at the end of a line. */
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Setting setting;

    Figures(Setting setting) {
        this.setting = setting;
    }

    String money(long amountMinor, String currency) {
        boolean english = setting.language() == Language.EN;
        DecimalFormatSymbols symbols =
                new DecimalFormatSymbols(setting.language().locale());
        symbols.setGroupingSeparator(english ? ',' : NO_BREAK_SPACE);
        symbols.setDecimalSeparator(english ? '.' : ',');
        symbols.setMinusSign('-');
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        DecimalFormat format = new DecimalFormat("#,##0" + (digits > 0 ? "." + "0".repeat(digits) : ""), symbols);
        String sign = currency.equals("RUB") ? "₽" : currency;
        return format.format(BigDecimal.valueOf(amountMinor, digits)) + NO_BREAK_SPACE + sign;
    }

    /** The year is told only if it is not this one. */
    String date(Instant instant) {
        LocalDate date = instant.atZone(setting.zone()).toLocalDate();
        int thisYear = setting.now().atZone(setting.zone()).getYear();
        String pattern = date.getYear() == thisYear ? "d MMMM" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, setting.language().locale()).format(date);
    }

    String moment(Instant instant) {
        return date(instant) + ", " + DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(setting.zone()));
    }

    /** {@code 2026-11} → {@code ноябрь 2026}. */
    String period(String yearMonth) {
        YearMonth month = YearMonth.parse(yearMonth);
        return monthName(yearMonth) + " " + month.getYear();
    }

    String monthName(String yearMonth) {
        return YearMonth.parse(yearMonth)
                .getMonth()
                .getDisplayName(TextStyle.FULL_STANDALONE, setting.language().locale());
    }

    /** {@code 1201}, {@code m3} → {@code 1 201 м³}. */
    String quantity(String value, String unit) {
        boolean english = setting.language() == Language.EN;
        DecimalFormatSymbols symbols =
                new DecimalFormatSymbols(setting.language().locale());
        symbols.setGroupingSeparator(english ? ',' : NO_BREAK_SPACE);
        symbols.setDecimalSeparator(english ? '.' : ',');
        DecimalFormat format = new DecimalFormat("#,##0.###", symbols);
        return format.format(new BigDecimal(value)) + NO_BREAK_SPACE + unit(unit, english);
    }

    private static String unit(String ucum, boolean english) {
        return switch (ucum) {
            case "m3" -> english ? "m³" : "м³";
            case "kW.h" -> english ? "kWh" : "кВт·ч";
            default -> ucum;
        };
    }

    /** Minutes left to the nearest whole one, at least one: ten minutes less the second of sending are ten to a reader. */
    long minutesUntil(Instant instant) {
        return Math.max(1, Math.round(Duration.between(setting.now(), instant).toSeconds() / 60.0));
    }
}
