package io.abonent.account.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One way a supplier lets people prove themselves.
 *
 * @param mask regular expression of the normalised secret; what does not fit is wrong without asking the supplier
 * @param ignoreLeadingZeros the supplier keeps its serial numbers without leading zeros
 */
public record AccessMethodRule(
        @NotNull AccessMethod method,
        @NotBlank @Size(max = 100) String mask,
        boolean ignoreLeadingZeros) {

    @JsonIgnore
    @AssertTrue(message = "{abonent.supplier.mask-invalid}")
    public boolean isMaskValid() {
        try {
            Pattern.compile(mask);
            return true;
        } catch (PatternSyntaxException mistake) {
            return false;
        }
    }
}
