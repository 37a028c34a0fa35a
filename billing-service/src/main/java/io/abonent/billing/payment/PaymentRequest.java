package io.abonent.billing.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param confirmDuplicate "yes, I mean to pay a second time" after {@code DUPLICATE_SUSPECTED} */
record PaymentRequest(
        @NotNull UUID quoteId,
        @NotNull PaymentMethod method,
        @NotBlank @Size(max = 1000) String returnUrl,
        @Nullable Boolean confirmDuplicate) {

    boolean duplicateConfirmed() {
        return Boolean.TRUE.equals(confirmDuplicate);
    }
}
