package io.abonent.billing.quote;

import java.util.UUID;

/** Why no quote was made; the first reason found, in the order of the parts. */
sealed interface QuoteRefused {

    record NotYours() implements QuoteRefused {}

    record NothingDue(UUID supplyAccountId) implements QuoteRefused {}

    record AmountOutOfRange(UUID supplyAccountId, long minMinor, long maxMinor) implements QuoteRefused {}

    record SupplierNotAccepting(UUID supplyAccountId) implements QuoteRefused {}

    /** The debt is unknown or too old to pay by; an own amount is still possible. */
    record DebtUnknown(UUID supplyAccountId) implements QuoteRefused {}

    record CurrencyMixed() implements QuoteRefused {}
}
