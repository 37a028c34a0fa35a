package io.abonent.account.supplier;

/** What happens when a second person proves extended access to the same account. */
public enum SharingPolicy {
    /** Both have it: whoever holds the bill may see the account. */
    SHARED
}
