package io.abonent.account.link;

/** How much of an account a link shows. */
public enum AccessLevel {
    BASIC,
    EXTENDED
}
