package io.abonent.billing.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param paymentId the payment that used it */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuoteView(
        UUID quoteId,
        long totalMinor,
        String currency,
        Instant expiresAt,
        @Nullable UUID paymentId,
        List<Part> parts) {

    record Part(UUID supplyAccountId, QuoteMode mode, long amountMinor) {}

    static QuoteView of(Quote quote) {
        return new QuoteView(
                quote.quoteId(),
                quote.totalMinor(),
                quote.currency(),
                quote.expiresAt(),
                quote.paymentId(),
                quote.parts().stream()
                        .map(part -> new Part(part.supplyAccountId(), part.mode(), part.amountMinor()))
                        .toList());
    }
}
