package io.abonent.account.supplier;

/** How a supplier answers questions about its accounts. */
public enum ExchangeType {
    /** Its back office answers at once. */
    ONLINE,
    /** It sends files; accounts cannot be linked until a register has been imported. */
    REGISTER
}
