package io.abonent.gateway.page;

import java.util.Locale;

/**
 * The form of a word that goes with a number, out of forms written as {@code "минуту|минуты|минут"} in Russian and
 * {@code "minute|minutes"} in English.
 */
final class Plural {

    private Plural() {}

    static String of(long count, String forms, Locale locale) {
        String[] form = forms.split("\\|", -1);
        return form[Math.min(russian(locale) ? russianForm(count) : englishForm(count), form.length - 1)];
    }

    /** 1, 21, 101: one; 2–4, 22–24: few; the rest, 11–14 among them: many. */
    private static int russianForm(long count) {
        long tens = Math.abs(count) % 100;
        long ones = tens % 10;
        if (ones == 1 && tens != 11) {
            return 0;
        }
        boolean few = ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
        return few ? 1 : 2;
    }

    private static int englishForm(long count) {
        return Math.abs(count) == 1 ? 0 : 1;
    }

    static boolean russian(Locale locale) {
        return locale.getLanguage().equals("ru");
    }
}
