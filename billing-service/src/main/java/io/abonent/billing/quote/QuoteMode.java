package io.abonent.billing.quote;

public enum QuoteMode {
    /** What is due, computed here; the client never sends it. */
    DEBT,
    /** The customer's own amount: less leaves a debt, more becomes a credit. */
    CUSTOM
}
