package io.abonent.identity.login;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/** Mobile numbers of the allowed countries; a number without a country is Russian. */
final class PhoneRule {

    private static final int RUSSIA_AND_KAZAKHSTAN = 7;
    private static final int LONGEST_INPUT = 40;
    private static final String PUNCTUATION = " -()./\u2010\u2011\u2012\u2013\u2014\u2212";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Set<String> regions;

    PhoneRule(Set<String> regions) {
        this.regions = Set.copyOf(regions);
    }

    Optional<Login> read(String typed) {
        Optional<String> digits = digits(typed);
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = numbers.parse(digits.get(), "RU");
            if (number.hasExtension() || !numbers.isPossibleNumber(number) || !isAllowed(number)) {
                return Optional.empty();
            }
            String value = numbers.format(number, PhoneNumberFormat.E164);
            return Optional.of(new Login(LoginType.PHONE, value, value));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Digits of any script as ASCII, a leading plus kept; a letter anywhere refuses the whole. */
    private static Optional<String> digits(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < typed.length(); i += Character.charCount(typed.codePointAt(i))) {
            int point = typed.codePointAt(i);
            if (Character.isDigit(point)) {
                digits.append(Character.digit(point, 10));
            } else if (point == '+' && digits.isEmpty()) {
                digits.append('+');
            } else if (PUNCTUATION.indexOf(point) < 0) {
                return Optional.empty();
            }
        }
        return digits.isEmpty() ? Optional.empty() : Optional.of(digits.toString());
    }

    private boolean isAllowed(PhoneNumber number) {
        if (number.getCountryCode() == RUSSIA_AND_KAZAKHSTAN) {
            // The number plans of libphonenumber lag behind newly issued blocks: the first digit decides.
            String national = numbers.getNationalSignificantNumber(number);
            String region = switch (national.charAt(0)) {
                case '9' -> "RU";
                case '6', '7' -> "KZ";
                default -> "";
            };
            return national.length() == 10 && regions.contains(region);
        }
        PhoneNumberType type = numbers.getNumberType(number);
        return regions.contains(numbers.getRegionCodeForNumber(number))
                && (type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE);
    }
}
