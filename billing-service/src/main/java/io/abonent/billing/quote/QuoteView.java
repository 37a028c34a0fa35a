package io.abonent.billing.quote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

record QuoteView(UUID quoteId, long totalMinor, String currency, Instant expiresAt, List<Part> parts) {

    record Part(UUID supplyAccountId, QuoteMode mode, long amountMinor) {}

    static QuoteView of(Quote quote) {
        return new QuoteView(
                quote.quoteId(),
                quote.totalMinor(),
                quote.currency(),
                quote.expiresAt(),
                quote.parts().stream()
                        .map(part -> new Part(part.supplyAccountId(), part.mode(), part.amountMinor()))
                        .toList());
    }
}
