package io.abonent.billing.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record QuoteRequest(@NotEmpty @Size(max = 20) List<@NotNull @Valid Part> parts) {

    /** @param amountMinor with CUSTOM only: kopecks */
    record Part(
            @NotNull UUID supplyAccountId,
            @NotNull QuoteMode mode,
            @Positive @Nullable Long amountMinor) {}
}
