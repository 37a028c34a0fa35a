package io.abonent.account.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/** What billing-service needs to take meter readings for this supplier; days are counted in its time zone. */
public record ReadingRules(
        boolean allowed,
        boolean allowedInBasic,
        @NotNull WindowMode windowMode,
        @Min(1) @Max(31) int windowFromDay,
        @Min(1) @Max(31) int windowToDay,
        @Min(0) @Max(3) int fractionDigits,
        boolean zeroAllowed,
        @Positive long maxConsumption) {

    public enum WindowMode {
        /** Any day; after the last day of the window a reading counts for the next period. */
        ALWAYS,
        /** Refused outside the window. */
        HARD_WINDOW
    }

    @JsonIgnore
    @AssertTrue(message = "{abonent.supplier.range-empty}")
    public boolean isWindowNotEmpty() {
        return windowFromDay <= windowToDay;
    }
}
