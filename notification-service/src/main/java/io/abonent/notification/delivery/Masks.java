package io.abonent.notification.delivery;

/** Contacts as they may be shown: {@code +7 *** ***-11-11}, {@code m***@example.ru}. */
final class Masks {

    private Masks() {}

    static String contact(String value) {
        int at = value.lastIndexOf('@');
        if (at > 0) {
            return value.charAt(0) + "***" + value.substring(at);
        }
        if (value.length() < 8) {
            return "***";
        }
        int end = value.length();
        String countryCode = value.startsWith("+7") ? "+7" : value.substring(0, 2);
        return countryCode + " *** ***-" + value.substring(end - 4, end - 2) + "-" + value.substring(end - 2);
    }
}
