package io.abonent.account.supplier;

/** What the supplier says about a secret. */
public enum AccessCheck {
    MATCH,
    MISMATCH,
    /** The supplier does not know the account any more. */
    ACCOUNT_GONE,
    /** No answer that makes sense: neither a match nor a mistake. */
    UNAVAILABLE
}
