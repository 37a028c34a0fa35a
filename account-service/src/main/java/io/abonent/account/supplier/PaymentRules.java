package io.abonent.account.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/**
 * What billing-service needs to take money for this supplier.
 *
 * @param taxId INN of the payee
 */
public record PaymentRules(
        boolean allowed,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @Positive long minAmountMinor,
        @Positive long maxAmountMinor,
        @Min(1) @Max(28) int dueDayOfMonth,
        @NotNull @Pattern(regexp = "\\d{10}|\\d{12}") String taxId) {

    @JsonIgnore
    @AssertTrue(message = "{abonent.supplier.range-empty}")
    public boolean isRangeNotEmpty() {
        return minAmountMinor <= maxAmountMinor;
    }
}
