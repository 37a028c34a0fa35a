package io.abonent.account.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How a supplier writes its account numbers, and how what a person types becomes the canonical number.
 *
 * <p>The person may type the number as the bill prints it ({@code 023-185952}), with any spaces and dashes and in
 * full-width digits. Letters are never turned into the digits they look like: a wrong guess links a neighbour.
 *
 * @param extraSeparators further characters to leave out, e.g. {@code /}; spaces and dashes always are
 * @param mask regular expression of the canonical number
 * @param displayPattern how the bill prints it: each {@code N} takes one digit, from the right, missing ones are zeros
 * @param example a number as the bill prints it; must fit the rule
 */
public record AccountNumberRule(
        boolean stripLeadingZeros,
        @NotNull @Size(max = 10) String extraSeparators,
        @NotBlank @Size(max = 100) String mask,
        @NotBlank @Size(max = 40) String displayPattern,
        @NotNull @Valid LocalizedText hint,
        @NotBlank @Size(max = 40) String example) {

    /** What may be typed at all: long enough for any separators, short enough for any mask. */
    public static final int MAX_INPUT = 64;

    /** Spaces, dashes, the minus sign and characters nobody sees; everything a copied bill may bring along. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\s\\p{Pd}\\u2212\\u00AD\\p{Cf}]");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}");

    /** What became of the typed text. */
    public sealed interface Result {

        record Canonical(String accountNumber) implements Result {}

        /** @param letters the text holds a letter, the commonest mistake: О for 0, З for 3 */
        record Refused(boolean letters) implements Result {}
    }

    public Result normalise(String input) {
        if (input.length() > MAX_INPUT) {
            return new Result.Refused(false);
        }
        String digits = withoutSeparators(Normalizer.normalize(input, Normalizer.Form.NFKC));
        if (stripLeadingZeros) {
            digits = digits.replaceFirst("^0+", "");
        }
        return Pattern.matches(mask, digits)
                ? new Result.Canonical(digits)
                : new Result.Refused(LETTERS.matcher(digits).find());
    }

    /** The canonical number as the bill prints it. */
    public String display(String canonical) {
        long places = displayPattern.chars().filter(c -> c == 'N').count();
        if (canonical.length() > places) {
            return canonical;
        }
        StringBuilder shown = new StringBuilder();
        int next = canonical.length() - 1;
        for (int i = displayPattern.length() - 1; i >= 0; i--) {
            char place = displayPattern.charAt(i);
            if (place != 'N') {
                shown.append(place);
            } else {
                shown.append(next >= 0 ? canonical.charAt(next--) : '0');
            }
        }
        return shown.reverse().toString();
    }

    @JsonIgnore
    @AssertTrue(message = "{abonent.supplier.example-must-fit}")
    public boolean isExampleFitting() {
        try {
            return normalise(example) instanceof Result.Canonical;
        } catch (PatternSyntaxException mistake) {
            return false;
        }
    }

    private String withoutSeparators(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> extraSeparators.indexOf(c) < 0)
                .filter(c -> !SEPARATORS.matcher(Character.toString(c)).matches())
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
