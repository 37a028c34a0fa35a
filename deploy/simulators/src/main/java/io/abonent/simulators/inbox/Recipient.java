package io.abonent.simulators.inbox;

import java.util.Locale;

/** One form for every way to write a phone number or a mail address, so that a question finds what was sent. */
final class Recipient {

    private Recipient() {}

    static String canonical(String written) {
        String trimmed = written.strip();
        if (trimmed.contains("@")) {
            return trimmed.replace(' ', '+').toLowerCase(Locale.ROOT);
        }
        // In a query string an unescaped plus arrives as a blank, and SMPP has no plus at all: digits are the number.
        String digits = trimmed.replaceAll("\\D", "");
        if (digits.length() == 11 && digits.startsWith("8")) {
            return "+7" + digits.substring(1);
        }
        return digits.isEmpty() ? trimmed : "+" + digits;
    }
}
