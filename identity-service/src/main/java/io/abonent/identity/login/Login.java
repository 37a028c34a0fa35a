package io.abonent.identity.login;

/**
 * A phone number or a mailbox in its one canonical form.
 *
 * @param value E.164, or an e-mail address in lower case with an ASCII domain; what is compared and stored
 * @param display the address as its owner reads it: an internationalised domain in its own letters
 */
public record Login(LoginType type, String value, String display) {

    private static final int SHOWN_DIGITS = 4;

    /** E.g. {@code +7 *** ***-11-11}, {@code m***@example.ru}. */
    public String masked() {
        return switch (type) {
            case PHONE -> {
                String tail = value.substring(value.length() - SHOWN_DIGITS);
                yield countryCode() + " *** ***-" + tail.substring(0, 2) + "-" + tail.substring(2);
            }
            case EMAIL ->
                display.substring(0, display.offsetByCodePoints(0, 1))
                        + "***"
                        + display.substring(display.lastIndexOf('@'));
        };
    }

    private String countryCode() {
        return value.startsWith("+7") ? "+7" : value.substring(0, SHOWN_DIGITS);
    }

    /** Never in clear: logins end up in exceptions and logs by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
