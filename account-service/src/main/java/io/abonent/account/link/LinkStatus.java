package io.abonent.account.link;

/** Where a link stands. */
public enum LinkStatus {
    /** The supplier has not answered yet; it is asked again and again. */
    PENDING_SUPPLIER,
    ACTIVE,
    /** The supplier answered: this account cannot be linked. */
    REJECTED,
    /** The supplier did not answer for so long that the user has to ask anew. */
    TIMED_OUT,
    UNLINKED
}
